import type { RoomId } from '../claims.ts'
import type { PrivilegeName, Privileges } from '../privileges.ts'
import { kindOf, show } from '../show.ts'
import { createUserSigner, type RemoteUserSigner, type UserSigner } from '../signer.ts'
import type { RemoteSignerOptions, UserSignerOptions } from '../signer-options.ts'
import { checkClockTolerance } from '../verify.ts'

type MaybePromise<T> = T | Promise<T>

/** A signer, wherever its key is. */
export type AnySigner = UserSigner | RemoteUserSigner

/** What creates a signer, wherever its key is. */
export type AnySignerOptions = UserSignerOptions | RemoteSignerOptions

/** Where an endpoint or a guard gets its signer from: exactly one of `signer` and `credentials`. */
export type SignerSource<Source> =
  | {
      /** A ready signer, or a function that chooses one for a request. */
      signer: AnySigner | ((source: Source) => MaybePromise<AnySigner>)
      credentials?: never
    }
  | {
      /** What `createUserSigner` takes, or a function that gives it at the first request; its answer is kept. */
      credentials: AnySignerOptions | ((source: Source) => MaybePromise<AnySignerOptions>)
      signer?: never
    }

/** What was issued, for an audit log: it holds no ticket and no key. */
export interface IssuedEvent {
  readonly sdkAppId: number
  readonly userId: string
  readonly issuedAt: number
  readonly expiresAt: number
  readonly roomId?: number
  readonly strRoomId?: string
  readonly privileges?: readonly PrivilegeName[]
}

/** What was not issued or not accepted, and why: it holds no ticket and no key. */
export interface ErrorEvent {
  /** The HTTP status that the client gets. */
  readonly status: number
  /** The `code` of the problem document that the client gets; `hook_failed`, beside 200, when `onIssued` failed. */
  readonly code: string
  /** What happened. For 500 it is what a callback threw, which the client does not get to see. */
  readonly error: unknown
  /** The user, where the request came as far as that. */
  readonly userId?: string
}

export interface Hooks<Source> {
  /**
   * Called for each answer that is not a success, and when `onIssued` failed.
   * @defaultValue prints what led to a 500 or failed in a hook with `console.error`
   */
  onError?: (event: ErrorEvent, source: Source) => unknown
}

/** What the issuing endpoint needs to know. `Source` is the request of the framework. */
export type EndpointOptions<Source> = SignerSource<Source> &
  Hooks<Source> & {
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
    /** How long tickets are valid, in seconds. @defaultValue the signer's `expire` */
    expire?: number
    /** Called for each set of credentials that is issued, for audit logs. */
    onIssued?: (event: IssuedEvent, source: Source) => unknown
  }

/** What the guard needs to know. */
export type GuardOptions<Source> = SignerSource<Source> &
  Hooks<Source> & {
    /** Where the ticket is. @defaultValue the header `Authorization: Bearer` */
    getToken?: (source: Source) => MaybePromise<string | null | undefined>
    /** By how many seconds clocks may differ. @defaultValue 5 */
    clockTolerance?: number
  }

/** @throws TypeError that shows the lines that are missing */
export function checkEndpointOptions<Source>(options: EndpointOptions<Source>): void {
  checkIsObject(options)
  checkSigner(options)
  if (typeof options.authenticate !== 'function') {
    throw new TypeError(
      missing(
        'authenticate',
        'who is calling comes from your own login',
        'authenticate: (request) => request.session?.userId',
      ),
    )
  }
  checkCallbacks(options)
}

/** @throws TypeError that shows the lines that are missing */
export function checkGuardOptions<Source>(options: GuardOptions<Source>): void {
  checkIsObject(options)
  checkSigner(options)
  checkCallbacks(options)
  checkClockTolerance(options.clockTolerance)
}

function checkIsObject(options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`the options are ${show(options)}, but must be an object`)
  }
}

function checkSigner<Source>(options: SignerSource<Source>): void {
  const { signer, credentials } = options
  if (signer !== undefined && credentials !== undefined) {
    throw new TypeError('both signer and credentials are given: choose one')
  }
  if (signer !== undefined) {
    if (typeof signer === 'function' || (typeof signer === 'object' && typeof signer?.genUserSig === 'function')) return
    throw new TypeError('signer is not what createUserSigner() returns, nor a function')
  }
  if (typeof credentials === 'function') return
  if (typeof credentials !== 'object' || credentials === null) throw missingCredentials('credentials')
  // What `process.env` gives for a variable that is not set.
  if (credentials.secretKey === undefined && credentials.mac === undefined) {
    throw missingCredentials('credentials.secretKey')
  }
}

const CALLBACKS: readonly string[] = ['authenticate', 'authorizeRoom', 'getToken', 'onIssued', 'onError']
const MAY_BE_FUNCTIONS: readonly string[] = [...CALLBACKS, 'signer', 'credentials']

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

function missingCredentials(name: string): TypeError {
  const line = 'credentials: { sdkAppId: 1400000000, secretKey: process.env.USERSIG_SECRETKEY }'
  return new TypeError(missing(name, 'tickets are signed with the key of your application', line))
}

function missing(name: string, reason: string, line: string): string {
  return `${name} is missing: ${reason}. Add it to the options:\n\n  ${line},\n`
}

/**
 * The signer for a request. Values are checked right away; a function is asked at the first request and its answer kept,
 * while a failure is not kept, so that the next request asks again.
 */
export function signerResolver<Source>(options: SignerSource<Source>): (source: Source) => MaybePromise<AnySigner> {
  const { signer, credentials } = options
  if (typeof signer === 'function') return async (source) => checkChosen(await signer(source))
  if (signer) return () => signer
  if (typeof credentials !== 'function') {
    const fixed = createSigner(credentials as AnySignerOptions)
    return () => fixed
  }
  let resolving: Promise<AnySigner> | undefined
  return (source) => {
    resolving ??= (async () => createSigner(await credentials(source)))().catch((error) => {
      resolving = undefined
      throw error
    })
    return resolving
  }
}

/** @throws TypeError when no signer was chosen, for example for a tenant that is not known */
function checkChosen(signer: AnySigner): AnySigner {
  if (typeof signer?.genUserSig === 'function') return signer
  throw new TypeError(`the function signer returned ${kindOf(signer)}, but must return what createUserSigner() returns`)
}

function createSigner(options: AnySignerOptions): AnySigner {
  return options.mac === undefined ? createUserSigner(options) : createUserSigner(options)
}
