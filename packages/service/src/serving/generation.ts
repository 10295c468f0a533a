import type { IncomingMessage } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { Authenticate } from '@usersig/auth'
import { DEFAULT_PATH } from '../config/clashes.ts'
import { ConfigError } from '../config/config-error.ts'
import { readSecret, type Warn } from '../config/secret-ref.ts'
import type { LoginConfig, SecretRef, ServiceConfig } from '../config/types.ts'
import type { Logs } from '../seen/logs.ts'
import type { Metrics } from '../seen/metrics.ts'
import { type App, createApps } from './apps.ts'
import { createDoor, type Door } from './door.ts'
import { createHealth, type Readiness } from './health.ts'
import { type CountTicket, createLimits } from './limits.ts'
import { createLogin } from './login.ts'
import { openRedis, type SharedRedis } from './redis.ts'
import { stateOf } from './request-state.ts'

/** Everything that one configuration leads to. A new one replaces the whole; what has not changed is taken over. */
export interface Generation {
  readonly config: ServiceConfig
  readonly apps: readonly App[]
  readonly doors: readonly Door[]
  readonly redis: SharedRedis | undefined
  readonly countTicket: CountTicket | undefined
  readonly logins: readonly KnownLogin[]
  /** What `POST /kick` asks for. */
  readonly kickToken: string | undefined
  health(): Promise<Readiness>
}

/** A login, and what it was made of. */
interface KnownLogin {
  readonly config: LoginConfig
  readonly authenticate: Authenticate
}

/** What outlives a generation. */
export interface Surroundings {
  readonly logs: Logs
  readonly metrics: Metrics
}

/**
 * Prepares a configuration.
 *
 * @param before what is in use: its logins with their keys, its counts and its connection serve on where nothing changed
 * @throws ConfigError where a key, a variable or a file is not there
 */
export function createGeneration(
  config: ServiceConfig,
  { logs, metrics }: Surroundings,
  before?: Generation,
): Generation {
  const warn = (message: string) => logs.log.warn(message)
  const redis = openSameRedis(config, warn, before)
  try {
    const apps = createApps(config, redis, warn)
    const onFallback = (error: unknown) => {
      metrics.limiterFallback()
      logs.log.debug({ reason: (error as Error).message }, 'Redis did not count a ticket')
    }
    const countTicket =
      keepCounts(config, redis, before) ?? (config.limits && createLimits(config.limits, redis, onFallback))
    const logins: KnownLogin[] = []
    const doors = groupByDoor(apps).map((behind) => {
      const [{ name, config: app }] = behind as [App]
      const found = findLogin(app.login ?? (config.login as LoginConfig), `apps.${name}.login`, logins, before, logs)
      return createDoor(behind, found.authenticate, app.path ?? DEFAULT_PATH, { logs, metrics, countTicket })
    })
    const health = createHealth({ config, apps, logins: nameLogins(logins, config), redis, metrics, warn })
    const kickToken = config.revocation && readKickToken(config.revocation.token, warn)
    return { config, apps, doors, redis, countTicket, logins, kickToken, health }
  } catch (error) {
    if (redis !== before?.redis) redis?.close()
    throw error
  }
}

/** @throws ConfigError */
function readKickToken(token: SecretRef, warn: Warn): string {
  const found = readSecret(token, 'revocation.token', warn)
  if (/^[!-~]{16,}$/.test(found)) return found
  const message = 'it is sent in a header and may be guessed: use 16 letters and digits or more, without spaces'
  throw new ConfigError([{ path: 'revocation.token', message }])
}

function openSameRedis({ redis }: ServiceConfig, warn: (message: string) => void, before: Generation | undefined) {
  if (!redis) return undefined
  return isDeepStrictEqual(redis, before?.config.redis) ? before?.redis : openRedis(redis, warn)
}

function keepCounts({ limits }: ServiceConfig, redis: SharedRedis | undefined, before: Generation | undefined) {
  return isDeepStrictEqual(limits, before?.config.limits) && redis === before?.redis ? before?.countTicket : undefined
}

/** Applications with one path and one host share one door. */
function groupByDoor(apps: readonly App[]): App[][] {
  const doors = new Map<string, App[]>()
  for (const app of apps) {
    const address = `${app.config.host ?? ''} ${app.config.path ?? DEFAULT_PATH}`
    doors.set(address, [...(doors.get(address) ?? []), app])
  }
  return [...doors.values()]
}

/** Logins that are alike are one, with one set of keys; it also outlives a reload. */
function findLogin(
  config: LoginConfig,
  path: string,
  logins: KnownLogin[],
  before: Generation | undefined,
  logs: Logs,
): KnownLogin {
  const isSame = (known: KnownLogin) => isDeepStrictEqual(known.config, config)
  const here = logins.find(isSame)
  if (here) return here
  const onRefused = ({ message }: Error, request: unknown) => {
    const { requestId, trace } = stateOf(request as IncomingMessage)
    logs.log.info({ requestId, traceId: trace.traceId, reason: message }, 'a token was refused')
  }
  const found = before?.logins.find(isSame) ?? { config, authenticate: createLogin(config, path, onRefused) }
  logins.push(found)
  return found
}

/** A login is known by the first application that uses it. */
function nameLogins(logins: readonly KnownLogin[], { apps, login }: ServiceConfig): Map<string, Authenticate> {
  return new Map(
    logins.map((known) => {
      const user = Object.entries(apps).find(([, app]) => isDeepStrictEqual(app.login ?? login, known.config))
      return [user?.[0] ?? '', known.authenticate]
    }),
  )
}
