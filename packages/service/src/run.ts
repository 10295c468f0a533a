import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { constants } from 'node:os'
import { basename, resolve } from 'node:path'
import { parseConfig } from './config/check.ts'
import { ConfigError } from './config/config-error.ts'
import type { SecretRef, ServiceConfig } from './config/types.ts'
import { createService, type Service } from './service.ts'

/** How often the files are looked at, in milliseconds. */
const LOOK = 1000

/** Within this time a signal counts once: the terminal, the shell and npm may each pass on a copy. */
const ECHO = 500

/**
 * Reads a configuration file.
 *
 * @param path where it is; JSON, or YAML
 * @throws ConfigError which names each fault with line and column
 * @example
 * ```ts
 * const { apps } = loadConfig('usersig.json')
 * ```
 */
export function loadConfig(path: string): ServiceConfig {
  const file = basename(path)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigError([{ path: '', message: `it cannot be read: ${code}` }], path)
  }
  return parseConfig(text, file)
}

/**
 * Runs the service as a process: it serves until SIGTERM or SIGINT, and reads the configuration again at SIGHUP and when
 * the file, or that of a key, changes.
 *
 * @param path where the configuration is
 * @throws ConfigError where it cannot be used at start, or a port is taken
 * @example
 * ```ts
 * await runService('usersig.json')
 * ```
 */
export async function runService(path: string): Promise<Service> {
  const config = loadConfig(path)
  const service = await createService(config)
  let watched = watch(path, config, reload)
  let reloading = Promise.resolve()

  function reload(): void {
    reloading = reloading.then(async () => {
      service.reopenLogs()
      try {
        let next = config
        await service.reload(() => {
          next = loadConfig(path)
          return next
        })
        unwatch(watched, reload)
        watched = watch(path, next, reload)
      } catch {
        // It has been logged, and the old configuration stays.
      }
    })
  }
  process.on('SIGHUP', reload)
  endOnSignal(async (signal) => {
    unwatch(watched, reload)
    const left = await service.stop(signal === 'SIGINT' ? 0 : undefined)
    return left === 0 ? 0 : 1
  })
  // After the signals: who reads that it listens may send one.
  try {
    await service.start()
  } catch (error) {
    unwatch(watched, reload)
    throw error
  }
  return service
}

function watch(path: string, config: ServiceConfig, listener: () => void): string[] {
  const paths = [path, ...filesOf(config)].map((each) => resolve(each))
  // By their state and not by events: in Kubernetes, files are links that are turned to another folder.
  for (const each of paths) watchFile(each, { interval: LOOK }, listener)
  return paths
}

function unwatch(paths: readonly string[], listener: () => void): void {
  for (const each of paths) unwatchFile(each, listener)
}

/** The files that keys and tokens are in. */
function filesOf({ apps, redis, revocation }: ServiceConfig): string[] {
  const tokens: (SecretRef | string | undefined)[] = [redis?.url, revocation?.token]
  for (const { rooms = [] } of Object.values(apps)) tokens.push(...rooms.map(({ ask }) => ask?.token))
  const keys = Object.values(apps).map(({ key }) => key.file)
  const others = tokens.map((each) => (typeof each === 'object' ? each.file : undefined))
  return [...keys, ...others].filter((each) => each !== undefined)
}

/** Ends the process in order at the first signal, and at once at the second. */
function endOnSignal(end: (signal: NodeJS.Signals) => Promise<number>): void {
  let since: number | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      const now = performance.now()
      if (since !== undefined) {
        if (now - since > ECHO) process.exit(128 + constants.signals[signal])
        return
      }
      since = now
      end(signal).then(
        (code) => process.exit(code),
        () => process.exit(1),
      )
    })
  }
}
