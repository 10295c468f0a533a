import type { Settings } from '../settings.ts'
import { connectRedis, type SharedRedis } from './redis.ts'

/** How long tickets are counted before the count starts anew, in seconds. */
export const WINDOW = 60

/** In front of the UserID, in the keys of Redis. */
export const PREFIX = 'usersig-demo:tickets:'

/** How many tickets a user gets, and where they are counted. */
export interface Limit {
  /** In each {@link WINDOW}. */
  readonly tickets: number
  /** Where all processes count together; without it each counts on its own. */
  readonly redis: SharedRedis | undefined
}

export async function openLimit({ tickets, redisUrl }: Settings): Promise<Limit> {
  return { tickets, redis: redisUrl ? await connectRedis(redisUrl) : undefined }
}

export function describeLimit({ tickets, redisUrl }: Settings): string {
  const where = redisUrl ? 'counted in Redis for all processes' : 'counted in this process alone, for want of REDIS_URL'
  return `A user gets ${tickets} tickets a minute, ${where}.`
}

export const REFUSAL_HEADERS = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } as const

/** The body of a 429, in the form of the endpoint's other answers. */
export const REFUSAL = {
  type: 'urn:usersig:problem:rate_limited',
  title: 'Too many tickets',
  status: 429,
  detail: 'you have asked for too many tickets: wait as long as Retry-After says, and keep the ticket until it expires',
  code: 'rate_limited',
} as const

/** The same for the record of what happened. */
export const LIMITED = { status: REFUSAL.status, code: REFUSAL.code } as const
