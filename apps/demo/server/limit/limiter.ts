import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { type Limit, PREFIX, REFUSAL, REFUSAL_HEADERS, WINDOW } from './limit.ts'

/** What a ticket more comes to. */
export interface Count {
  /** Says how many tickets are left; to be sent with every answer. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether this one is too many. */
  readonly exceeded: boolean
}

/** The answer to a ticket too many. */
export function refusal({ headers }: Count) {
  return { status: REFUSAL.status, headers: { ...REFUSAL_HEADERS, ...headers }, body: JSON.stringify(REFUSAL) }
}

/** Counts for servers without a limiter of their own. */
export function createLimiter({ tickets, redis }: Limit): (userId: string) => Promise<Count> {
  const options = { points: tickets, duration: WINDOW, keyPrefix: PREFIX.slice(0, -1) }
  const limiter = redis
    ? new RateLimiterRedis({ ...options, storeClient: redis.client })
    : new RateLimiterMemory(options)

  const consume = (userId: string) =>
    limiter.consume(userId).catch((refused: unknown) => {
      // What is thrown otherwise is an error of Redis.
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    })
  const uncounted = new RateLimiterRes(tickets - 1, WINDOW * 1000, 1)

  return async (userId) => {
    const ask = () => consume(userId)
    const count = redis ? await redis.orElse(ask, uncounted) : await ask()
    const exceeded = count.consumedPoints > tickets
    const seconds = String(Math.ceil(count.msBeforeNext / 1000))
    return {
      exceeded,
      headers: {
        'ratelimit-policy': `${tickets};w=${WINDOW}`,
        'ratelimit-limit': String(tickets),
        'ratelimit-remaining': String(count.remainingPoints),
        'ratelimit-reset': seconds,
        ...(exceeded && { 'retry-after': seconds }),
      },
    }
  }
}
