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
  override readonly name = 'UserSigSourceError'
  /**
   * `code` of the endpoint's problem document (`unauthenticated`, `room_refused` …), `http_<status>` where it sent
   * none, or one of `network`, `timeout`, `invalid_answer`, `stopped`.
   */
  declare readonly code: string
  declare readonly status: number | undefined
  declare readonly detail: string | undefined
  declare readonly retryable: boolean
  declare readonly retryAfter: number | undefined

  constructor(code: string, message: string, info: UserSigSourceErrorInfo = {}) {
    super(message)
    Object.assign(this, { code, retryable: false }, info)
  }
}
