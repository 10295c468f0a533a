import type { Authenticate } from '@usersig/auth'
import { printable } from '@usersig/core/internal'
import type { Warn } from '../config/secret-ref.ts'
import type { ServiceConfig } from '../config/types.ts'
import type { Metrics } from '../seen/metrics.ts'
import type { App } from './apps.ts'
import type { SharedRedis } from './redis.ts'

/** One thing that the service needs. */
export interface HealthCheck {
  /** What kind of thing. */
  readonly kind: 'key' | 'login' | 'redis'
  /** The application, or the login of several. */
  readonly name: string
  /** `stale` and `degraded` serve on. */
  readonly status: 'ok' | 'stale' | 'degraded' | 'down'
}

/** What `/ready` answers. */
export interface Readiness {
  /** The whole: `ready` and `degraded` answer 200, `down` and `stopping` 503. */
  readonly status: 'ready' | 'degraded' | 'down' | 'stopping'
  /** Each thing that was looked at. */
  readonly checks: readonly HealthCheck[]
}

/** What is looked at. */
export interface HealthParts {
  readonly config: ServiceConfig
  readonly apps: readonly App[]
  /** By the names of the applications that use it. */
  readonly logins: ReadonlyMap<string, Authenticate>
  readonly redis: SharedRedis | undefined
  readonly metrics: Metrics
  readonly warn: Warn
}

/** For how long an answer is given again, in milliseconds: many probes ask once. */
const KEPT = 1000

/** How long one check may take, in seconds. */
const TIMEOUT = 9

const VALUES = { ok: 1, stale: 0.5, degraded: 0.5, down: 0 } as const

/** Looks at what the service needs: the keys, the logins' keys, and Redis. */
export function createHealth(parts: HealthParts): () => Promise<Readiness> {
  let kept: { readonly at: number; readonly answer: Promise<Readiness> } | undefined
  return () => {
    if (!kept || performance.now() - kept.at > KEPT) kept = { at: performance.now(), answer: look(parts) }
    return kept.answer
  }
}

async function look({ config, apps, logins, redis, metrics, warn }: HealthParts): Promise<Readiness> {
  const redisDown = isNeeded(config) ? 'down' : 'degraded'
  const checks = await Promise.all([
    ...apps.map(({ name, key }) => one('key', name, async () => void (await key.check()), 'down', warn)),
    ...[...logins].map(([name, login]) => one('login', name, () => login.ready(), 'down', warn)),
    ...(redis ? [one('redis', 'redis', () => redis.check(), redisDown, warn)] : []),
  ])
  for (const { kind, name, status } of checks) metrics.dependency(kind, name, VALUES[status])
  const has = (status: HealthCheck['status']) => checks.some((each) => each.status === status)
  const status = has('down') ? 'down' : has('stale') || has('degraded') ? 'degraded' : 'ready'
  metrics.ready(status !== 'down')
  return { status, checks }
}

/** Whether requests are refused without Redis. */
function isNeeded({ limits, revocation }: ServiceConfig): boolean {
  return limits?.whenRedisIsDown === 'refuse' || (revocation !== undefined && revocation.whenRedisIsDown !== 'pass')
}

async function one(
  kind: HealthCheck['kind'],
  name: string,
  ask: () => Promise<unknown>,
  whenDown: 'down' | 'degraded',
  warn: Warn,
): Promise<HealthCheck> {
  try {
    const answer = await Promise.race([ask(), late()])
    return { kind, name, status: answer === 'stale' ? 'stale' : 'ok' }
  } catch (error) {
    warn(`${kind} ${name} is ${whenDown}: ${printable(error)}`)
    return { kind, name, status: whenDown }
  }
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`there was no answer within ${TIMEOUT} s`)), TIMEOUT * 1000).unref()
  })
}
