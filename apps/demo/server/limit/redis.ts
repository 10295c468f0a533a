import { Redis } from 'ioredis'

/** How long a request waits for Redis before it does without, in milliseconds. */
const TIMEOUT = 500

/** The Redis in which several processes count together. */
export interface SharedRedis {
  readonly client: Redis
  /** Hands on what Redis answers, and says once when it is lost and once when it is back. */
  watch<T>(answer: Promise<T>): Promise<T>
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
  function tell(isLost: boolean, text: string): void {
    if (lost !== isLost) console.error(text)
    lost = isLost
  }
  async function watch<T>(answer: Promise<T>): Promise<T> {
    try {
      const value = await answer
      tell(false, 'Redis answers again: tickets are limited.')
      return value
    } catch (error) {
      const isFailure = error instanceof Error
      if (isFailure) tell(true, `Redis does not answer, tickets are issued without a limit: ${error.message}`)
      else tell(false, 'Redis answers again: tickets are limited.')
      throw error
    }
  }
  return { client, watch, close: () => client.disconnect() }
}
