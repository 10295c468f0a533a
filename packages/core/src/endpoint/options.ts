import type { RoomId, UserSigClaims } from '../claims.ts'
import type { PrivilegeName, Privileges } from '../rules/privileges.ts'
import { show } from '../show.ts'
import { checkClockTolerance } from '../verifying/expectations.ts'
import { missing } from './missing.ts'
import { checkNotIssuedBefore, type NotIssuedBefore } from './revocation.ts'
import { checkSignerSource, type SignerSource } from './signer-source.ts'
import { checkSeconds } from './time-limit.ts'

type MaybePromise<T> = T | Promise<T>

/** What was issued, for an audit log: it holds no ticket and no key. */
export interface IssuedEvent {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** UserID of the user who got the tickets. */
  readonly userId: string
  /** When they were issued, in Unix seconds. */
  readonly issuedAt: number
  /** Last second in which they are valid, in Unix seconds. */
  readonly expiresAt: number
  /** The numeric room, where one was asked for. */
  readonly roomId?: number
  /** The string room, where one was asked for. */
  readonly strRoomId?: string
  /** The rights in the room, by name. */
  readonly privileges?: readonly PrivilegeName[]
}

/** What was not issued or not accepted, and why: it holds no ticket and no key. */
export interface ErrorEvent {
  /** The HTTP status that the client gets. */
  readonly status: number
  /**
   * The `code` of the problem document that the client gets. Beside 200 it is `hook_failed` when `onIssued` failed, and
   * `credentials_stale` when the `credentials` function failed and its last answer serves on.
   */
  readonly code: string
  /**
   * What happened. For 500 it is what a callback threw, for 503 that is its `cause`; the client gets to see neither.
   */
  readonly error: unknown
  /** The user, where the request came as far as that. */
  readonly userId?: string
}

/** What the app is told. It may be slow or fail: neither holds up nor changes the answer. */
export interface Hooks<Source> {
  /**
   * Called for each answer that is not a success, and for what failed behind a success.
   * @defaultValue prints what led to 500 or 503, or failed behind a success, with `console.error`
   */
  onError?: (event: ErrorEvent, source: Source) => unknown
}

/** What the endpoint and the guard have in common. */
export interface SharedOptions<Source> extends Hooks<Source> {
  /**
   * From which moment on tickets count: a `Date` or Unix seconds for everybody, or a function that knows it for each
   * user, such as when the user was kicked out or changed the password. The guard refuses older tickets; the endpoint
   * issues none that the guard would refuse, even in the same second.
   * @defaultValue all tickets count that have not expired
   */
  notIssuedBefore?: NotIssuedBefore<Source>
  /**
   * How long each callback, and a signer whose key is elsewhere, may take, in seconds; 503 then. The hooks are not
   * waited for.
   * @defaultValue 10
   */
  callbackTimeout?: number
}

/** What the issuing endpoint needs to know. `Source` is the request of the framework. */
export type EndpointOptions<Source> = SignerSource<Source> &
  SharedOptions<Source> & {
    /**
     * Who is calling, from the app's own login: a session, a cookie, a token. Never from the body of the request.
     * Nothing (`null`, `undefined`, `false`) answers 401.
     */
    authenticate: (source: Source) => MaybePromise<string | null | undefined | false>
    /**
     * What the user may do in the room that the client asks for. Nothing (`null`, `undefined`, `false`) answers 403.
     * @defaultValue every room is refused
     */
    authorizeRoom?: (
      request: { readonly userId: string } & RoomId,
      source: Source,
    ) => MaybePromise<Privileges | null | undefined | false>
    /** How long tickets are valid, in seconds, from 1 to 1 576 800 000. @defaultValue the signer's `expire` */
    expire?: number
    /** Called for each set of credentials that is issued, for audit logs. */
    onIssued?: (event: IssuedEvent, source: Source) => unknown
  }

/** What the guard needs to know. */
export type GuardOptions<Source> = SignerSource<Source> &
  SharedOptions<Source> & {
    /** Where the ticket is. @defaultValue the header `Authorization: Bearer` */
    getToken?: (source: Source) => MaybePromise<string | null | undefined>
    /** By how many seconds clocks may differ, 0 to 86400. @defaultValue 5 */
    clockTolerance?: number
    /**
     * Whether a ticket that is otherwise valid was withdrawn: `true` answers 401.
     * @defaultValue none is
     */
    isRevoked?: (claims: UserSigClaims, source: Source) => MaybePromise<boolean>
  }

/** @throws TypeError that shows the lines that are missing */
export function checkEndpointOptions<Source>(options: EndpointOptions<Source>): void {
  checkIsObject(options)
  checkSignerSource(options)
  if (typeof options.authenticate !== 'function') {
    throw new TypeError(
      missing(
        'authenticate',
        'who is calling comes from your own login',
        'authenticate: (request) => request.session?.userId',
      ),
    )
  }
  checkShared(options)
}

/** @throws TypeError that shows the lines that are missing */
export function checkGuardOptions<Source>(options: GuardOptions<Source>): void {
  checkIsObject(options)
  checkSignerSource(options)
  checkShared(options)
  if (options.clockTolerance !== undefined) checkClockTolerance(options.clockTolerance)
}

function checkIsObject(options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`the options are ${show(options)}, but must be an object`)
  }
}

function checkShared<Source>(options: SharedOptions<Source>): void {
  checkCallbacks(options)
  checkNotIssuedBefore(options.notIssuedBefore)
  if (options.callbackTimeout !== undefined) checkSeconds(options.callbackTimeout, 'callbackTimeout')
}

const CALLBACKS: readonly string[] = [
  'authenticate',
  'authorizeRoom',
  'tenant',
  'getToken',
  'isRevoked',
  'onIssued',
  'onError',
]
const MAY_BE_FUNCTIONS: readonly string[] = [...CALLBACKS, 'signer', 'credentials', 'notIssuedBefore', 'mayGoOn']

/**
 * Adapters have options of their own among these, but no callbacks, and an app may share one object among the endpoint
 * and the guard: any other function is a slip of the pen, after which rooms were refused or audit logs empty.
 */
function checkCallbacks(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'function' && !MAY_BE_FUNCTIONS.includes(name)) {
      throw new TypeError(`there is no callback ${show(name)}: there are ${CALLBACKS.join(', ')}`)
    }
    if (value !== undefined && typeof value !== 'function' && CALLBACKS.includes(name)) {
      throw new TypeError(`${name} is ${show(value)}, but must be a function`)
    }
  }
}

/** How long a callback may take, in seconds. */
export function timeLimitOf<Source>(options: SharedOptions<Source>): number {
  return options.callbackTimeout ?? 10
}
