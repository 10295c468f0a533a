import { PREFIX, WINDOW } from 'demo/server/limit/limit'
import type { SharedRedis } from 'demo/server/limit/redis'
import type { Options } from 'express-rate-limit'
import { RedisStore } from 'rate-limit-redis'

/** Counts in Redis by `rate-limit-redis`, for limiters that ask a store to count, and lets all pass while it is away. */
export class SharedStore {
  readonly #redis: SharedRedis
  readonly #store: RedisStore
  #windowMs = WINDOW * 1000
  #loaded: Promise<void> | undefined

  constructor(redis: SharedRedis) {
    this.#redis = redis
    this.#store = new RedisStore({
      prefix: PREFIX,
      sendCommand: (command: string, ...args: string[]) => redis.client.call(command, ...args) as Promise<never>,
    })
  }

  /** Called by the limiter. */
  init({ windowMs }: { readonly windowMs: number }): void {
    this.#windowMs = windowMs
  }

  async increment(key: string): Promise<{ totalHits: number; resetTime: Date }> {
    const newWindow = new Date(Date.now() + this.#windowMs)
    const count = await this.#redis.orElse(() => this.#count(key), { totalHits: 1, resetTime: newWindow })
    return { totalHits: count.totalHits, resetTime: count.resetTime ?? newWindow }
  }

  async #count(key: string) {
    try {
      this.#loaded ??= this.#store.init({ windowMs: this.#windowMs } as Options)
      await this.#loaded
      return await this.#store.increment(key)
    } catch (error) {
      // The store keeps a failure to load its scripts for good.
      this.#loaded = undefined
      throw error
    }
  }

  decrement(key: string): Promise<void> {
    return this.#redis.orElse(() => this.#store.decrement(key), undefined)
  }

  resetKey(key: string): Promise<void> {
    return this.#redis.orElse(() => this.#store.resetKey(key), undefined)
  }
}
