import { Redis } from 'ioredis'

/** How long a request waits for Redis before it does without, in milliseconds. */
const TIMEOUT = 500

/** The Redis in which several processes count together. */
export interface SharedRedis {
  readonly client: Redis
  /** What `ask` gives, or `otherwise` as long as Redis does not answer: a user must not depend on it to log in. */
  orElse<T>(ask: () => Promise<T>, otherwise: T): Promise<T>
  close(): void
}

/** @throws Error if there is no Redis at `url` */
export async function connectRedis(url: string): Promise<SharedRedis> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: TIMEOUT,
    commandTimeout: TIMEOUT,
    disconnectTimeout: TIMEOUT,
    // Without a connection, commands fail at once.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1000),
  })
  // Those who ask hear of it.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    client.disconnect()
    throw new Error('there is no Redis at REDIS_URL: start it, or leave REDIS_URL out to count in this process', {
      cause: error,
    })
  }

  let lost = false
  async function orElse<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      const answer = await ask()
      if (lost) console.error('Redis answers again: tickets are limited.')
      lost = false
      return answer
    } catch (error) {
      if (!lost) console.error(`Redis does not answer, tickets are issued without a limit: ${(error as Error).message}`)
      lost = true
      return otherwise
    }
  }
  return { client, orElse, close: () => client.disconnect() }
}
