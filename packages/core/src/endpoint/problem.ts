import { brand, isBranded } from '../brand.ts'
import type { UserSigErrorCode } from '../errors.ts'
import type { EndpointResponse } from './exchange.ts'

/** Errors of the endpoint itself, in addition to those of a ticket. */
export type EndpointFault =
  | 'invalid_body'
  | 'invalid_room'
  | 'unauthenticated'
  | 'room_refused'
  | 'user_refused'
  | 'invalid_webhook'
  | 'not_found'
  | 'method_not_allowed'
  | 'body_timeout'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'too_many_requests'
  | 'internal_error'
  | 'unavailable'

/** `code` of a problem document. */
export type ProblemCode = EndpointFault | 'missing_user_sig' | 'revoked' | UserSigErrorCode

/** What is the same for every problem of one code. Source of the form: RFC 9457. */
const PROBLEMS: Record<EndpointFault | 'missing_user_sig' | 'invalid_user_sig', { status: number; title: string }> = {
  invalid_body: { status: 400, title: 'The body is not a valid request' },
  invalid_room: { status: 400, title: 'The room is not valid' },
  unauthenticated: { status: 401, title: 'Not logged in' },
  missing_user_sig: { status: 401, title: 'A UserSig is required' },
  invalid_user_sig: { status: 401, title: 'The UserSig is not valid' },
  room_refused: { status: 403, title: 'This room is not open to you' },
  user_refused: { status: 403, title: 'This user gets no ticket here' },
  invalid_webhook: { status: 403, title: 'The webhook is not authentic' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  body_timeout: { status: 408, title: 'The body took too long' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not JSON' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'The server failed' },
  unavailable: { status: 503, title: 'The server cannot answer right now' },
}

/** RFC 9457 problem document. */
export interface Problem {
  /** `urn:usersig:problem:` and the code. */
  readonly type: string
  /** The code in words, for people. */
  readonly title: string
  /** HTTP status. */
  readonly status: number
  /** The fault of this request, in words. */
  readonly detail: string
  /** Why, for programs: stable, never translated. */
  readonly code: ProblemCode
}

const BRAND = 'usersig.ProblemError'

/** A fault that is on its way to become an answer. */
export class ProblemError extends Error {
  /**
   * Whether a value is an error of this class, also where two copies of the package are in one program.
   *
   * @param value what was caught
   * @example
   * ```ts
   * if (ProblemError.is(error)) res.writeHead(error.status).end()
   * ```
   */
  static is(value: unknown): value is ProblemError {
    return isBranded(value, BRAND)
  }

  /** `instanceof`, for errors of another copy of this package, too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isBranded(value, BRAND)
  }

  /** Always `ProblemError`, also in programs whose names are shortened. */
  override readonly name = 'ProblemError'
  /** HTTP status of the answer. */
  readonly status: number
  /** `code` of the problem document. */
  readonly code: ProblemCode
  /** `title` of the problem document. */
  readonly title: string
  /** Headers of the answer, in addition to those of every problem document. */
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param code why, for programs; it decides on status and title
   * @param detail what is wrong with this request, which the client gets to see
   * @param options what else is known
   * @param options.cause what happened, which the client does not get to see
   * @param options.headers headers of the answer
   */
  constructor(code: ProblemCode, detail: string, options: { cause?: unknown; headers?: Record<string, string> } = {}) {
    super(detail, 'cause' in options ? { cause: options.cause } : undefined)
    brand(this, BRAND)
    const facts = isEndpointCode(code) ? PROBLEMS[code] : PROBLEMS.invalid_user_sig
    this.code = code
    this.status = facts.status
    this.title = facts.title
    this.headers = options.headers ?? {}
  }

  /** The problem as an HTTP response. */
  toResponse(): EndpointResponse {
    const problem: Problem = {
      type: `urn:usersig:problem:${this.code}`,
      title: this.title,
      status: this.status,
      detail: this.message,
      code: this.code,
    }
    return {
      status: this.status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...this.headers },
      body: JSON.stringify(problem),
    }
  }
}

function isEndpointCode(code: ProblemCode): code is keyof typeof PROBLEMS & ProblemCode {
  return Object.hasOwn(PROBLEMS, code)
}
