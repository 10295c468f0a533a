import type { Options } from 'express-rate-limit'
import { RedisStore } from 'rate-limit-redis'
import { PREFIX, WINDOW } from './limit.ts'
import type { SharedRedis } from './redis.ts'

/** Counts in Redis by `rate-limit-redis`, for limiters that ask a store to count, and lets all pass while it is away. */
export class SharedStore {
  readonly #redis: SharedRedis
  readonly #store: RedisStore

  constructor(redis: SharedRedis) {
    this.#redis = redis
    this.#store = new RedisStore({
      prefix: PREFIX,
      sendCommand: (command: string, ...args: string[]) => redis.client.call(command, ...args) as Promise<never>,
    })
  }

  /** Called by the limiter. */
  init({ windowMs }: { readonly windowMs: number }): Promise<void> {
    return this.#redis.orElse(() => this.#store.init({ windowMs } as Options), undefined)
  }

  async increment(key: string): Promise<{ totalHits: number; resetTime: Date }> {
    const newWindow = new Date(Date.now() + WINDOW * 1000)
    const count = await this.#redis.orElse(() => this.#store.increment(key), { totalHits: 1, resetTime: newWindow })
    return { totalHits: count.totalHits, resetTime: count.resetTime ?? newWindow }
  }

  decrement(key: string): Promise<void> {
    return this.#redis.orElse(() => this.#store.decrement(key), undefined)
  }

  resetKey(key: string): Promise<void> {
    return this.#redis.orElse(() => this.#store.resetKey(key), undefined)
  }
}
