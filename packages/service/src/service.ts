import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import type { DestinationStream } from 'pino'
import { checkConfig } from './config/check.ts'
import { ConfigError } from './config/config-error.ts'
import type { ServiceConfig } from './config/types.ts'
import { createLogs } from './seen/logs.ts'
import { createMetrics } from './seen/metrics.ts'
import { createTraces } from './seen/traces.ts'
import { createDrain, type Drain } from './serving/drain.ts'
import { createGeneration, type Generation, type Surroundings } from './serving/generation.ts'
import type { Readiness } from './serving/health.ts'
import { createManagement } from './serving/management.ts'
import { createListener } from './serving/routes.ts'

/** Options for a program that runs the service. */
export interface ServiceOptions {
  /** Where log lines go. @defaultValue the standard output */
  readonly logTo?: DestinationStream
}

/** A service that issues tickets. */
export interface Service {
  /**
   * Listens.
   *
   * @returns the ports, which the system may have chosen
   * @throws ConfigError where a port is taken or not allowed
   */
  start(): Promise<{
    /** Port of the clients. */
    readonly port: number
    /** Port of the operators, where the configuration asks for one. */
    readonly managementPort: number | undefined
  }>
  /**
   * Takes over another configuration, between two requests: those under way end with the old one. Where the new one
   * cannot be used, the old one stays.
   *
   * @param config the new configuration, or a function that reads it
   * @throws ConfigError
   */
  reload(config: ServiceConfig | (() => ServiceConfig)): Promise<void>
  /** What `/ready` answers. */
  ready(): Promise<Readiness>
  /**
   * Ends in order: `/ready` says no, then no connections are taken, then what is under way is answered.
   *
   * @param delay how long connections are still taken, in seconds
   * @defaultValue `shutdown.delay` of the configuration
   * @returns how many answers were broken off, as they took longer than `shutdown.timeout`
   */
  stop(delay?: number): Promise<number>
  /** Reopens the file of the audit log. */
  reopenLogs(): void
}

/** How long a client may take for its headers, and for a whole request, in milliseconds. */
const HEADERS_TIMEOUT = 10_000
const REQUEST_TIMEOUT = 30_000
/** Longer than the load balancers of the large clouds keep a connection, which is 60 seconds. */
const KEEP_ALIVE = 65_000

/**
 * Creates a service from a configuration. `runService()` does the rest that a process needs: file, signals, exit code.
 *
 * @param config the configuration, as the file holds it
 * @param options where log lines go
 * @throws ConfigError which names each fault
 * @example
 * ```ts
 * const service = await createService({
 *   login: { jwt: { issuer: 'https://example.eu.auth0.com/', audience: 'https://api.example.com' } },
 *   apps: { main: { sdkAppId: 1400000000, key: { env: 'USERSIG_SECRETKEY' } } },
 * })
 * const { port } = await service.start()
 * ```
 */
export async function createService(config: ServiceConfig, options: ServiceOptions = {}): Promise<Service> {
  const first = checkConfig(config)
  const logs = createLogs(first, options.logTo)
  const metrics = createMetrics()
  const surroundings = { logs, metrics }
  let generation: Generation = createGeneration(first, surroundings)
  let isStopping = false
  const current = () => ({ generation, isStopping })
  const clients = prepareServer(createListener(current, metrics, await createTraces()))
  const operators = prepareServer(createManagement(current, metrics, logs))

  async function start() {
    // Before the first request, so that none waits for keys.
    const { status, checks } = await generation.health()
    try {
      const ports = await listenTo(first, clients, operators)
      logs.log.info({ ...ports, status, checks }, 'listening')
      return ports
    } catch (error) {
      logs.log.fatal({ reason: (error as Error).message }, 'it cannot listen')
      logs.flush()
      // Nothing may keep the process: whoever supervises it has to see that it failed.
      clients.close()
      generation.redis?.close()
      throw error
    }
  }

  async function reload(next: ServiceConfig | (() => ServiceConfig)): Promise<void> {
    try {
      const checked = checkConfig(typeof next === 'function' ? next() : next)
      checkUnchanged(first, checked)
      const before = generation
      const prepared = await prepareNext(checked, before, surroundings)
      generation = prepared
      logs.log.level = checked.log?.level ?? 'info'
      if (before.redis !== prepared.redis) closeLater(before)
      metrics.reload(true)
      logs.log.info({ apps: prepared.apps.map(({ name }) => name) }, 'the new configuration is in use')
    } catch (error) {
      metrics.reload(false)
      logs.log.error({ reason: (error as Error).message }, 'the new configuration cannot be used, the old one stays')
      throw error
    }
  }

  async function stop(delay = generation.config.shutdown?.delay ?? 5): Promise<number> {
    isStopping = true
    metrics.ready(false)
    logs.log.info({ delay }, 'stopping')
    clients.drain.begin()
    await new Promise((resolve) => setTimeout(resolve, delay * 1000))
    const left = await clients.drain.end(generation.config.shutdown?.timeout ?? 20)
    await operators.drain.end(1)
    generation.redis?.close()
    if (left > 0) logs.log.warn({ left }, 'answers that took too long were broken off')
    logs.log.info('stopped')
    logs.flush()
    return left
  }

  return {
    start,
    reload,
    ready: async () => (isStopping ? { status: 'stopping', checks: [] } : await generation.health()),
    stop,
    reopenLogs: logs.reopen,
  }
}

/** A configuration that would not be ready does not take the place of one that is. @throws ConfigError */
async function prepareNext(config: ServiceConfig, before: Generation, surroundings: Surroundings): Promise<Generation> {
  const prepared = createGeneration(config, surroundings, before)
  const { status, checks } = await prepared.health()
  if (status !== 'down' || (await before.health()).status === 'down') return prepared
  if (prepared.redis !== before.redis) prepared.redis?.close()
  const missing = checks.filter((each) => each.status === 'down').map(({ kind, name }) => `${kind} ${name}`)
  const message = `it would not be ready: ${missing.join(', ')}. The lines before say why`
  throw new ConfigError([{ path: '', message }])
}

/** What was opened at start stays as it is. @throws ConfigError */
function checkUnchanged(first: ServiceConfig, next: ServiceConfig): void {
  const changed = (['listen', 'management', 'audit'] as const).filter(
    (name) => !isDeepStrictEqual(first[name], next[name]),
  )
  if (changed.length === 0) return
  throw new ConfigError(
    changed.map((path) => ({ path, message: 'it cannot change while the service runs: restart it' })),
  )
}

/** Requests under way still ask the old Redis. */
function closeLater({ redis, config }: Generation): void {
  setTimeout(() => redis?.close(), ((config.shutdown?.timeout ?? 20) + 1) * 1000).unref()
}

async function listenTo({ listen = {}, management }: ServiceConfig, clients: Listener, operators: Listener) {
  const port = await clients.listen('listen', listen.port ?? 3000, listen.host ?? '0.0.0.0')
  if (!management) return { port, managementPort: undefined }
  const managementPort = await operators.listen('management', management.port, management.host ?? '127.0.0.1')
  return { port, managementPort }
}

type Listener = ReturnType<typeof prepareServer>

function prepareServer(listener: RequestListener) {
  const server: Server = createServer(
    { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, keepAliveTimeout: KEEP_ALIVE },
    listener,
  )
  const drain: Drain = createDrain(server)
  const listen = (name: 'listen' | 'management', port: number, host: string) =>
    new Promise<number>((resolve, reject) => {
      const fail = ({ code }: NodeJS.ErrnoException) => reject(cannotListen(name, `${host}:${port}`, String(code)))
      server.once('error', fail)
      server.listen(port, host, () => {
        server.off('error', fail)
        resolve((server.address() as AddressInfo).port)
      })
    })
  return { listen, drain, close: () => void server.close() }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EACCES: 'the user of this process may not',
  EADDRNOTAVAIL: 'this machine does not have the address',
}

function cannotListen(name: string, address: string, code: string): ConfigError {
  const reason = REASONS[code]
  return new ConfigError([
    { path: name, message: `cannot listen on ${address}: ${reason ? `${reason} (${code})` : code}` },
  ])
}
