import type { MaybePromise } from '../endpoint/time-limit.ts'
import type { KickTimes } from './kick-times.ts'

/**
 * The part of a Redis client that is used, which ioredis, iovalkey and node-redis have. The app creates the client,
 * connects it and closes it.
 */
export interface RedisClient {
  /** Reads a text. */
  get(key: string): Promise<string | null>
  /** Writes a text for a while, as ioredis calls it. */
  setex?(key: string, seconds: number, value: string): Promise<unknown>
  /** Writes a text for a while, as node-redis calls it. */
  setEx?(key: string, seconds: number, value: string): Promise<unknown>
}

/** Keeps the times of kicks in Redis, for several servers. */
export function inRedis(client: RedisClient, prefix: string): KickTimes {
  const keyOf = (userId: string) => `${prefix}${userId}`
  return {
    read: async (userId) => toTime(await client.get(keyOf(userId))),
    async write(userId, time, seconds): Promise<void> {
      await write(client, keyOf(userId), String(time), seconds)
    },
  }
}

function write(client: RedisClient, key: string, value: string, seconds: number): MaybePromise<unknown> {
  return client.setex ? client.setex(key, seconds, value) : client.setEx?.(key, seconds, value)
}

/** What somebody else has written there is not a time, and must not let tickets pass. */
function toTime(text: string | null): number | undefined {
  if (text === null) return undefined
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new Error('the value in Redis is not a time in seconds: does another program use the same prefix?')
}
