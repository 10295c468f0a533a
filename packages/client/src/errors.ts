/** Details of an error in addition to its message. */
export interface UserSigSourceErrorInfo {
  /** HTTP status of the answer; absent where none came. */
  readonly status?: number | undefined
  /** Explanation of the endpoint, from its problem document, or the name of the network's error. */
  readonly detail?: string | undefined
  /** Whether the same request may succeed later. @defaultValue false */
  readonly retryable?: boolean
  /** After how many seconds the endpoint wants to be asked again. */
  readonly retryAfter?: number | undefined
}

/**
 * Why there are no tickets, for programs: a `code` of the endpoint's problem document (`unauthenticated`,
 * `room_refused` …), `http_<status>` where it sent none, or one of the client's own.
 */
export type UserSigSourceErrorCode =
  | 'network'
  | 'timeout'
  | 'invalid_answer'
  | 'signed_out'
  | 'stopped'
  | `http_${number}`
  | (string & {})

/**
 * Why there are no tickets. It never holds a ticket, a header of the request or the address of the endpoint.
 *
 * @example
 * source.get().catch((error) => {
 *   if (UserSigSourceError.is(error) && error.status === 401) location.assign('/login')
 * })
 */
export class UserSigSourceError extends Error implements UserSigSourceErrorInfo {
  /** Always `UserSigSourceError`, also in programs whose names are shortened: the brand of these errors. */
  override readonly name = 'UserSigSourceError'
  /** Why, for programs. */
  declare readonly code: UserSigSourceErrorCode
  /** HTTP status of the answer; `undefined` where none came. */
  declare readonly status: number | undefined
  /** Explanation of the endpoint, from its problem document, or the name of the network's error. */
  declare readonly detail: string | undefined
  /** Whether the same request may succeed later. */
  declare readonly retryable: boolean
  /** After how many seconds the endpoint wants to be asked again. */
  declare readonly retryAfter: number | undefined

  /**
   * @param code - Why, for programs.
   * @param message - What happened, for people; without a ticket, a header or an address.
   * @param info - What else is known.
   */
  constructor(code: UserSigSourceErrorCode, message: string, info?: UserSigSourceErrorInfo) {
    super(message)
    Object.assign(this, { code, retryable: false }, info)
  }

  /**
   * Whether an error is one of these, also of another copy of this package, where `instanceof` is false.
   *
   * @param error - Whatever was thrown.
   */
  static is(error: unknown): error is UserSigSourceError {
    return (error as Error | undefined)?.name === 'UserSigSourceError'
  }
}
