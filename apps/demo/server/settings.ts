import { createUserSigner, type UserSigner } from '@usersig/core'
import { credentialsFrom } from '@usersig/core/internal'

const SAMPLE = {
  sdkAppId: 1400000000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

const HOW_TO_SET = 'Start it with USERSIG_SDKAPPID=… USERSIG_SECRETKEY=… npm start.'

const DEFAULT_EXPIRE = 3600

/** What a user may choose beside the usual lifetime, in seconds: half a minute is short enough to watch a ticket end. */
const OTHER_LIFETIMES = [30, 600]

const DEFAULT_TICKETS = 30

const DEFAULT_DRAIN = 10

/** What the command line and the environment say. */
export interface Settings {
  /** Which adapter serves the demo; the page shows it. */
  readonly adapter: string
  readonly host: string
  /** Names by which the demo may be called beside localhost and addresses, such as that of a proxy before it. */
  readonly hosts: readonly string[]
  readonly port: number
  /** Signs for the usual lifetime. */
  readonly signer: UserSigner
  /** A signer for each lifetime that a user may choose, in seconds. */
  readonly signers: ReadonlyMap<number, UserSigner>
  /** Whether the credentials are the ones that come with the demo. */
  readonly sample: boolean
  readonly sessionSecret: string
  /** How many tickets a user gets in a minute. */
  readonly tickets: number
  /** Where the processes of one demo count together; without it each counts on its own. */
  readonly redisUrl: string | undefined
  /** How long requests under way may take once the process is told to end, in seconds. */
  readonly drainSeconds: number
}

/**
 * @param adapter which adapter is to serve the demo
 * @throws Error that says what to change
 */
export function readSettings(env: NodeJS.ProcessEnv, adapter = 'node'): Settings {
  const host = env['HOST'] || 'localhost'
  const port = Number(env['PORT'] || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number from 0 to 65535')
  const tickets = Number(env['DEMO_TICKETS_PER_MINUTE'] || DEFAULT_TICKETS)
  if (!Number.isInteger(tickets) || tickets < 1) throw new Error('DEMO_TICKETS_PER_MINUTE must be a number from 1 up')
  const redisUrl = env['REDIS_URL'] || undefined
  if (redisUrl && !/^rediss?:\/\/./.test(redisUrl)) throw new Error('REDIS_URL must look like redis://localhost:6379')
  const drainSeconds = Number(env['DEMO_DRAIN_SECONDS'] || DEFAULT_DRAIN)
  if (!(drainSeconds > 0)) throw new Error('DEMO_DRAIN_SECONDS must be a number above 0')
  const expire = Number(env['DEMO_EXPIRE'] || DEFAULT_EXPIRE)
  // A key alone is a mistake, and not the wish for sample credentials.
  const sample = !env['USERSIG_SDKAPPID'] && !env['USERSIG_SECRETKEY']
  const createSigner = (lifetime: number) =>
    createUserSigner({ ...(sample ? SAMPLE : credentialsFrom(env, HOW_TO_SET)), expire: lifetime })
  const signer = createSigner(expire)
  const others = OTHER_LIFETIMES.map((lifetime) => [lifetime, createSigner(lifetime)] as const)
  return {
    adapter,
    host,
    hosts: [host, ...(env['DEMO_HOSTS'] ?? '').split(',')].map((name) => name.trim().toLowerCase()),
    port,
    sample,
    signer,
    signers: new Map([[expire, signer], ...others]),
    sessionSecret: env['DEMO_SESSION_SECRET'] || crypto.randomUUID(),
    tickets,
    redisUrl,
    drainSeconds,
  }
}
