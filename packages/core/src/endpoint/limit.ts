import { show } from '../show.ts'
import type { EndpointOptions } from './endpoint-options.ts'
import type { Asked } from './exchange.ts'
import { LIMIT_FAILED, report } from './hooks.ts'
import { ProblemError } from './problem.ts'
import { askWithin, LIMITER_TIMEOUT } from './time-limit.ts'

/** The longest that a client is asked to wait: a day, in seconds. */
const MAX_RETRY_AFTER = 86_400

/**
 * Asks the app's limiter. One that fails, or does not answer in time, lets the request pass and is reported: no login
 * depends on it.
 *
 * @throws ProblemError `too_many_requests`
 */
export async function checkLimit<Request, Context>(
  options: EndpointOptions<Request, Context>,
  userId: string,
  asked: Asked<Request, Context>,
): Promise<void> {
  const { limit, callbackTimeout = LIMITER_TIMEOUT } = options
  if (!limit) return
  const seconds = Math.min(LIMITER_TIMEOUT, callbackTimeout)
  let retryAfter: number | undefined
  try {
    retryAfter = toSeconds(await askWithin(() => limit({ userId }, asked.request, asked.context), seconds, 'limit'))
  } catch (error) {
    report({ status: 200, code: LIMIT_FAILED, error: toError(error), userId }, asked, options)
  }
  if (retryAfter === undefined) return
  throw new ProblemError('too_many_requests', `you asked too often: try again in ${retryAfter} s`, {
    headers: { 'retry-after': String(retryAfter) },
  })
}

/** rate-limiter-flexible rejects with an object that is no error for who asked too often. */
function toError(thrown: unknown): unknown {
  if (thrown instanceof Error || !('msBeforeNext' in Object(thrown))) return thrown
  return new TypeError(
    'limit threw the refusal of its limiter: catch it, and return { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) }',
  )
}

/** @throws TypeError when the limiter returned something else */
function toSeconds(answer: unknown): number | undefined {
  if (answer === undefined || answer === null) return undefined
  const { retryAfter } = answer as { retryAfter?: unknown }
  if (typeof retryAfter === 'number' && retryAfter >= 0 && retryAfter < Number.POSITIVE_INFINITY) {
    return Math.min(MAX_RETRY_AFTER, Math.max(1, Math.ceil(retryAfter)))
  }
  const found = typeof answer === 'object' ? showAnswer(retryAfter) : show(answer)
  throw new TypeError(`limit returned ${found}, but must return undefined or { retryAfter } in seconds`)
}

function showAnswer(retryAfter: unknown): string {
  return retryAfter === undefined ? 'an object without retryAfter' : `{ retryAfter: ${show(retryAfter)} }`
}
