import type { Asked, EndpointResponse } from './exchange.ts'
import { printCauses, type RefusalCause } from './explain.ts'
import { printable } from './printable.ts'
import { ProblemError } from './problem.ts'
import { isThenable } from './time-limit.ts'

/** Details of a refusal and its reason, without ticket and key. */
export interface ErrorEvent {
  /** The HTTP status that the client gets. */
  readonly status: number
  /**
   * The `code` of the problem document that the client gets. Beside 200 it is `hook_failed` when `onIssued` or `onOutcome` failed,
   * `limit_failed` when `limit` failed and the request passed, and `credentials_stale` when the key could not be asked
   * for again and the last one serves on.
   */
  readonly code: string
  /**
   * The error. For 500 it is the error of a callback; for 503 that error is its `cause`. The client sees neither.
   */
  readonly error: unknown
  /** The user, where the request came as far as that. */
  readonly userId?: string
  /** Why it was refused, the most likely reason first: with the option `explain`, for 401. */
  readonly causes?: readonly RefusalCause[]
}

/** What the app is told. It may be slow or fail: neither holds up nor changes the answer. */
export interface ErrorHook<Request, Context> {
  /**
   * Called for each answer that is not a success, and for failures that did not prevent a success.
   * @defaultValue prints the name, code and message of the error with `console.error`, for 500, for 503 and for
   * failures that did not prevent a success; with `explain`, also each 401 with its causes
   */
  onError?: (event: ErrorEvent, request: Request, context: Context) => unknown
}

/** `code` of the event when the answer was a success, but something beside it failed. */
export const HOOK_FAILED = 'hook_failed'
export const LIMIT_FAILED = 'limit_failed'
export const CREDENTIALS_STALE = 'credentials_stale'

const BESIDE_SUCCESS: Readonly<Record<string, string>> = {
  [HOOK_FAILED]: 'the onIssued or onOutcome hook failed',
  [LIMIT_FAILED]: 'limit failed, and the request passed',
  [CREDENTIALS_STALE]: 'the key could not be asked for again, and the last one serves on',
}

/** What was thrown as a problem: what is not one becomes a 500 that says nothing of what happened. */
export function toProblem(thrown: unknown): ProblemError {
  if (ProblemError.is(thrown)) return thrown
  return new ProblemError('internal_error', 'the server failed to answer this request', { cause: thrown })
}

/**
 * Turns what was thrown into an answer, and tells the app.
 *
 * @param thrown a {@link ProblemError}, or anything else
 * @param asked the request that it was thrown for
 * @param hooks who is told: `onError`
 * @param userId the user, where the request came as far as that
 * @param explain says why a 401 is answered
 */
export function answerError<Request, Context>(
  thrown: unknown,
  asked: Asked<Request, Context>,
  hooks: ErrorHook<Request, Context>,
  userId?: string,
  explain?: (problem: ProblemError) => readonly RefusalCause[] | undefined,
): EndpointResponse {
  const problem = toProblem(thrown)
  const causes = problem.status === 401 ? explain?.(problem) : undefined
  // What a callback threw, as it is: it may not be an Error.
  const error = problem.status === 500 ? thrown : problem
  const event = { status: problem.status, code: problem.code, error, ...(userId !== undefined && { userId }) }
  report(causes === undefined ? event : { ...event, causes }, asked, hooks)
  return problem.toResponse()
}

/** Runs a hook. It may be slow or fail: neither holds up nor changes the answer. */
export function runHook<Request, Context>(
  hook: () => unknown,
  asked: Asked<Request, Context>,
  onFailure: (error: unknown) => void,
): void {
  try {
    const result = hook()
    if (!isThenable(result)) return
    const settled = Promise.resolve(result).catch(onFailure)
    asked.waitUntil?.(settled)
  } catch (error) {
    onFailure(error)
  }
}

export function report<Request, Context>(
  event: ErrorEvent,
  asked: Asked<Request, Context>,
  { onError }: ErrorHook<Request, Context>,
): void {
  if (onError) {
    runHook(
      () => onError(event, asked.request, asked.context),
      asked,
      (error) => print('the onError hook failed', error),
    )
  } else if (event.status >= 500 || event.status === 200) {
    print(BESIDE_SUCCESS[event.code] ?? `answered ${event.status}`, event.error)
  } else {
    printRefusal(event)
  }
}

/** Prints why a request was refused, where that is known. */
export function printRefusal({ status, code, causes }: ErrorEvent): void {
  if (causes) console.error(`usersig: answered ${status} ${code}${printCauses(causes)}`)
}

function print(what: string, error: unknown): void {
  console.error(`usersig: ${what}: ${printable(error)}`)
}
