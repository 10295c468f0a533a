/** What an error tells besides its message. */
export interface UserSigSourceErrorInfo {
  /** HTTP status of the answer; absent where none came. */
  readonly status?: number | undefined
  /** Explanation of the endpoint, from its problem document. */
  readonly detail?: string | undefined
  /** Whether the same request may succeed later. */
  readonly retryable?: boolean
  /** After how many seconds the endpoint wants to be asked again. */
  readonly retryAfter?: number | undefined
}

/**
 * Why no credentials could be had. It never holds a ticket, a header of the request or the address of the endpoint.
 *
 * @example
 * source.get().catch((error) => {
 *   if (error instanceof UserSigSourceError && error.status === 401) location.assign('/login')
 * })
 */
export class UserSigSourceError extends Error implements UserSigSourceErrorInfo {
  /** Always `UserSigSourceError`, also in programs whose names are shortened. */
  override readonly name = 'UserSigSourceError'
  /**
   * `code` of the endpoint's problem document (`unauthenticated`, `room_refused` …), `http_<status>` where it sent
   * none, or one of `network`, `timeout`, `invalid_answer`, `stopped`.
   */
  declare readonly code: string
  /** HTTP status of the answer; `undefined` where none came. */
  declare readonly status: number | undefined
  /** Explanation of the endpoint, from its problem document. */
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
  constructor(code: string, message: string, info?: UserSigSourceErrorInfo) {
    super(message)
    Object.assign(this, { code, retryable: false }, info)
  }
}
