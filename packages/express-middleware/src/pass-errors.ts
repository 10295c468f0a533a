import { type ErrorEvent, type Hooks, ProblemError } from '@usersig/core/endpoint'
import type { Request } from 'express'

/** Who answers when a request is refused. */
export interface PassErrors {
  /**
   * Hands errors to the app's own error handler with `next(error)`, instead of answering with a problem document. The
   * error is a `ProblemError` with `status`, `code` and `headers`; for 500 its `cause` is what was thrown.
   * @defaultValue false
   */
  passErrors?: boolean
}

/** The options to build with, and the error that a request is to be passed on with, if it is to be passed on. */
export function passedErrors<T extends PassErrors & Hooks<Request>>(
  options: T,
): { options: T; of: (req: Request) => ProblemError | undefined } {
  const { passErrors = false, onError } = options ?? {}
  if (typeof passErrors !== 'boolean') throw new TypeError('passErrors must be true or false')
  // An onError that is no function is left in its place, where it is refused.
  if (!passErrors || (onError !== undefined && typeof onError !== 'function')) return { options, of: () => undefined }

  const errors = new WeakMap<Request, ProblemError>()
  function keep(event: ErrorEvent, req: Request): unknown {
    // A hook that failed behind a success is no reason to refuse.
    if (event.status >= 400) errors.set(req, toProblem(event.error))
    return onError?.(event, req)
  }
  return { options: { ...options, onError: keep }, of: (req) => errors.get(req) }
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return new ProblemError('internal_error', 'the server failed to answer this request', { cause: error })
}
