import { show } from '../show.ts'
import type { EndpointRequest, EndpointResponse } from './exchange.ts'
import type { ErrorEvent, Hooks } from './options.ts'
import { ProblemError } from './problem.ts'

/**
 * Turns what was thrown into an answer, and tells the app. What is not a problem of the client's becomes a 500 that says
 * nothing of what happened.
 */
export function answerError<Source>(
  thrown: unknown,
  request: EndpointRequest<Source>,
  hooks: Hooks<Source>,
  userId: string | undefined,
): EndpointResponse {
  const problem =
    thrown instanceof ProblemError
      ? thrown
      : new ProblemError('internal_error', 'the server failed to answer this request', { cause: thrown })
  const error = problem.status === 500 ? thrown : problem
  report(
    { status: problem.status, code: problem.code, error, ...(userId === undefined ? {} : { userId }) },
    request,
    hooks,
  )
  return problem.toResponse()
}

/** Runs a hook. It may be slow or fail: neither holds up nor changes the answer. */
export function runHook<Source>(
  hook: () => unknown,
  request: EndpointRequest<Source>,
  onFailure: (error: unknown) => void,
): void {
  try {
    const result = hook()
    if (!isThenable(result)) return
    const settled = Promise.resolve(result).catch(onFailure)
    request.waitUntil?.(settled)
  } catch (error) {
    onFailure(error)
  }
}

export function report<Source>(event: ErrorEvent, request: EndpointRequest<Source>, hooks: Hooks<Source>): void {
  const { onError } = hooks
  if (onError) {
    runHook(
      () => onError(event, request.source),
      request,
      (error) => printError('the onError hook failed', error),
    )
  } else if (event.status >= 500 || event.code === HOOK_FAILED) {
    printError(event.code === HOOK_FAILED ? 'the onIssued hook failed' : `answered ${event.status}`, event.error)
  }
}

/** `code` of the event when the answer was a success, but the hook that should have told of it failed. */
export const HOOK_FAILED = 'hook_failed'

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value
}

function printError(what: string, error: unknown): void {
  console.error(`usersig: ${what}:`, error instanceof Error ? error : show(error))
}
