import type { RoomId } from '../claims.ts'
import { callback } from '../options/option-checks.ts'
import type { OptionTable } from '../options/read-options.ts'
import type { PrivilegeName, Privileges } from '../rules/privileges.ts'
import { checkExpire } from '../rules/time.ts'
import { show } from '../show.ts'
import { KEY_OPTIONS, type KeyOptions, SHARED_OPTIONS, type SharedOptions } from './shared-options.ts'
import type { MaybePromise } from './time-limit.ts'

/** The answer of `limit` for a user who asks too often. */
export interface TooOften {
  /** When to ask again, in seconds: the header `Retry-After`. */
  readonly retryAfter: number
}

/** Details of an issue, for an audit log, without ticket and key. */
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

/** Options of the issuing endpoint. `Request` is the framework's type, `Context` is the platform's context. */
export interface EndpointOptions<Request = unknown, Context = undefined>
  extends KeyOptions<Request, Context>,
    SharedOptions<Request, Context> {
  /**
   * Returns the UserID from the app's own login: a session, a cookie, a token. Never read it from the body of the
   * request. Nothing (`null`, `undefined`, `false`) answers 401. For longer ids, such as a UUID of 36 characters,
   * return `toUserId(id)`.
   */
  authenticate: (request: Request, context: Context) => MaybePromise<string | null | undefined | false>
  /**
   * Returns the user's rights in the requested room. Nothing (`null`, `undefined`, `false`) answers 403.
   * @defaultValue every room is refused
   */
  authorizeRoom?: (
    room: { readonly userId: string } & RoomId,
    request: Request,
    context: Context,
  ) => MaybePromise<Privileges | null | undefined | false>
  /**
   * Returns `{ retryAfter }`, in seconds, to answer 429 to a user who asks too often. If a limiter fails or takes
   * longer than a second, the request passes, and `onError` is called.
   * @defaultValue no limit
   */
  limit?: (
    who: { readonly userId: string },
    request: Request,
    context: Context,
  ) => MaybePromise<TooOften | null | undefined>
  /**
   * UserIDs that get no ticket, in addition to `administrator`, which has all rights of Chat's REST API: the other
   * administrators of the application. The comparison ignores case, width and invisible characters; 403.
   * @defaultValue none
   */
  adminUserIds?: readonly string[]
  /** How long tickets are valid, in seconds, from 1 to 1 576 800 000. @defaultValue 604800, or the signer's `expire` */
  expire?: number
  /** Called after each answer that holds tickets, for audit logs. */
  onIssued?: (event: IssuedEvent, request: Request, context: Context) => unknown
}

export const ENDPOINT_OPTIONS: OptionTable<EndpointOptions> = {
  ...KEY_OPTIONS,
  ...SHARED_OPTIONS,
  authenticate: callback,
  authorizeRoom: callback,
  limit: callback,
  adminUserIds: (value, name) => {
    if (Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '')) {
      return Object.freeze([...value])
    }
    throw new TypeError(`${name} is ${show(value)}, but must be an array of UserIDs`)
  },
  expire: (value) => checkExpire(value as number),
  onIssued: callback,
}
