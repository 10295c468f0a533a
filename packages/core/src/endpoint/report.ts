import { show } from '../show.ts'
import type { EndpointRequest, EndpointResponse } from './exchange.ts'
import type { ErrorEvent, Hooks } from './options.ts'
import { ProblemError } from './problem.ts'
import { isThenable } from './time-limit.ts'

/**
 * Turns what was thrown into an answer, and tells the app. What is not a problem of the client's becomes a 500 that says
 * nothing of what happened.
 *
 * @param thrown a {@link ProblemError}, or anything else
 * @param request the request that it was thrown for
 * @param hooks who is told: `onError`
 * @param userId the user, where the request came as far as that
 * @example
 * ```ts
 * answerError(new ProblemError('not_found', 'nothing is here'), { source: undefined }, {}, undefined).status // 404
 * ```
 */
export function answerError<Source>(
  thrown: unknown,
  request: Reported<Source>,
  hooks: Hooks<Source>,
  userId: string | undefined,
): EndpointResponse {
  const problem =
    thrown instanceof ProblemError
      ? thrown
      : new ProblemError('internal_error', 'the server failed to answer this request', { cause: thrown })
  // What a callback threw, as it is: it may be no Error.
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
  request: Reported<Source>,
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

export function report<Source>(event: ErrorEvent, request: Reported<Source>, hooks: Hooks<Source>): void {
  const { onError } = hooks
  if (onError) {
    runHook(
      () => onError(event, request.source),
      request,
      (error) => printError('the onError hook failed', error),
    )
  } else if (event.status >= 500 || event.status === 200) {
    printError(BEHIND_SUCCESS[event.code] ?? `answered ${event.status}`, event.error)
  }
}

/** What the hooks need of a request. */
type Reported<Source> = Pick<EndpointRequest<Source>, 'source' | 'waitUntil'>

/** `code` of the event when the answer was a success, but the hook that should have told of it failed. */
export const HOOK_FAILED = 'hook_failed'

/** `code` of the event when the `credentials` function failed, but its last answer is young enough to serve on. */
export const CREDENTIALS_STALE = 'credentials_stale'

const BEHIND_SUCCESS: Readonly<Record<string, string>> = {
  [HOOK_FAILED]: 'the onIssued hook failed',
  [CREDENTIALS_STALE]: 'the credentials function failed, and its last answer serves on',
}

function printError(what: string, error: unknown): void {
  console.error(`usersig: ${what}:`, error instanceof Error ? error : show(error))
}
