import { createClient } from '@redis/client'
import { ConfigError } from '../config/config-error.ts'
import { readSecret, type Warn } from '../config/secret-ref.ts'
import type { ServiceConfig } from '../config/types.ts'

type Client = ReturnType<typeof create>

/** The Redis in which several processes count together. */
export interface SharedRedis {
  readonly client: Client
  /** What keys begin with. */
  readonly prefix: string
  /** How long it may take, in seconds. */
  readonly timeout: number
  /** Rejects while it does not answer. */
  check(): Promise<void>
  close(): void
}

/** The longest pause between two attempts to connect, in milliseconds. */
const MAX_PAUSE = 1000

/** How many commands may wait: more are refused at once. */
const MAX_WAITING = 10_000

/**
 * Connects to Redis. The service starts without it: what happens then is for limits and revocation to say.
 *
 * @throws ConfigError where its address is not there or is none
 */
export function openRedis(config: NonNullable<ServiceConfig['redis']>, warn: Warn): SharedRedis {
  const { prefix = 'usersig:', timeout = 0.5 } = config
  const url = typeof config.url === 'string' ? config.url : readSecret(config.url, 'redis.url', warn)
  if (!/^rediss?:\/\//.test(url) || !URL.canParse(url)) {
    throw new ConfigError([
      { path: 'redis.url', message: 'it is not an address that begins with redis:// or rediss://' },
    ])
  }
  const client = create(url, timeout)
  let isLost = false
  // Each failure is told by who asked; here it is said once that it is gone, and once that it is back.
  client.on('error', () => {
    if (!isLost) warn('Redis cannot be reached')
    isLost = true
  })
  client.on('ready', () => {
    if (isLost) warn('Redis can be reached again')
    isLost = false
  })
  const connected = client.connect()
  connected.catch(() => {})
  return {
    client,
    prefix,
    timeout,
    check: async () =>
      void (await within(
        connected.then(() => client.ping()),
        timeout,
      )),
    close: () => client.destroy(),
  }
}

function create(url: string, timeout: number) {
  return createClient({
    url,
    // Without a connection, commands fail at once.
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_WAITING,
    socket: { connectTimeout: timeout * 1000, reconnectStrategy: (tries) => Math.min(tries * 100, MAX_PAUSE) },
  })
}

/** A Redis that hangs answers nothing, not even to a command that has been sent. */
export async function within<T>(answer: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis has not answered within ${seconds} s`)), seconds * 1000)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
