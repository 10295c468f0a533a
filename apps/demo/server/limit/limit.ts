import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Settings } from '../settings.ts'
import { connectRedis, type SharedRedis } from './redis.ts'

/** How long tickets are counted before the count starts anew, in seconds. */
const WINDOW = 60

/** What the keys of Redis begin with, before the UserID. */
const PREFIX = 'usersig-demo:tickets'

/** How many tickets a user gets: the option `limit` of every adapter. */
export interface Limit {
  readonly limit: (who: { readonly userId: string }) => Promise<{ retryAfter: number } | undefined>
  /** Where all processes count together; without it each counts on its own. */
  readonly redis: SharedRedis | undefined
}

export async function openLimit({ tickets, redisUrl }: Settings): Promise<Limit> {
  const redis = redisUrl ? await connectRedis(redisUrl) : undefined
  const options = { points: tickets, duration: WINDOW, keyPrefix: PREFIX }
  const limiter = redis
    ? new RateLimiterRedis({ ...options, storeClient: redis.client })
    : new RateLimiterMemory(options)

  async function limit({ userId }: { readonly userId: string }): Promise<{ retryAfter: number } | undefined> {
    try {
      const count = limiter.consume(userId)
      await (redis ? redis.watch(count) : count)
      return undefined
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return { retryAfter: refused.msBeforeNext / 1000 }
      // An error of Redis, which the endpoint lets pass.
      throw refused
    }
  }
  return { limit, redis }
}

export function describeLimit({ tickets, redisUrl }: Settings): string {
  const where = redisUrl ? 'counted in Redis for all processes' : 'counted in this process alone, for want of REDIS_URL'
  return `A user gets ${tickets} tickets a minute, ${where}.`
}
