import { ProblemError } from '@usersig/core/endpoint'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { ServiceConfig } from '../config/types.ts'
import { type SharedRedis, within } from './redis.ts'

/**
 * Counts a ticket of a user.
 *
 * @throws ProblemError `too_many_requests`; `unavailable` where Redis is gone and the configuration says `refuse`
 */
export type CountTicket = (app: string, userId: string) => Promise<void>

/** When a client may come back that nobody can count right now, in seconds. */
const RETRY_AFTER = 5

/**
 * Counts tickets, in Redis for all processes or in the memory of this one. It stands in `authenticate` and not in `limit`
 * of the endpoint, as that lets a request pass whenever its limiter fails.
 *
 * @param onFallback told of each ticket that Redis did not count, and why
 */
export function createLimits(
  config: NonNullable<ServiceConfig['limits']>,
  redis: SharedRedis | undefined,
  onFallback: (error: unknown) => void,
): CountTicket {
  const { tickets, seconds, whenRedisIsDown = 'memory' } = config
  const limits = { points: tickets, duration: seconds }
  const memory = new RateLimiterMemory({ ...limits, keyPrefix: '' })
  if (!redis) return (app, userId) => count(memory.consume(`${app}:${userId}`))
  const shared = new RateLimiterRedis({
    ...limits,
    storeClient: redis.client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    keyPrefix: `${redis.prefix}tickets`,
  })
  return async (app, userId) => {
    const key = `${app}:${userId}`
    try {
      await count(within(shared.consume(key), redis.timeout))
    } catch (error) {
      if (ProblemError.is(error)) throw error
      onFallback(error)
      if (whenRedisIsDown === 'memory') await count(memory.consume(key))
      if (whenRedisIsDown === 'refuse') throw unavailable(error)
    }
  }
}

/** @throws ProblemError 429 */
async function count(counted: Promise<RateLimiterRes>): Promise<void> {
  try {
    await counted
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw new ProblemError('too_many_requests', `you asked too often: try again in ${retryAfter} s`, {
      headers: { 'retry-after': String(retryAfter) },
    })
  }
}

function unavailable(cause: unknown): ProblemError {
  return new ProblemError('unavailable', 'the server cannot answer right now: try again in a few seconds', {
    cause,
    headers: { 'retry-after': String(RETRY_AFTER) },
  })
}
