import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '../fixture.ts'
import { freePort } from '../redis-server.ts'
import { startLogin } from './login.ts'

/** The environment that the READMEs ask for. */
export const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  USERSIG_SDKAPPID: String(SDK_APP_ID),
  USERSIG_SECRETKEY: SECRET_KEY,
  TRTC_WEBHOOK_KEY: 'my key',
  CHAT_WEBHOOK_TOKEN: 'my token',
  SESSION_SECRET: 'a secret for cookies, of 32 characters',
}

/** A sample that listens. */
export interface Serving {
  readonly url: string
  /** What it has printed. */
  log(): string
}

/**
 * Runs a sample by its name, with more variables, and returns its address once it listens.
 *
 * @param login - What the sample leaves to the app: a line of it, and what stands there instead.
 */
export type Serve = (
  name: string,
  more?: Readonly<Record<string, string>>,
  login?: readonly [line: string, code: string],
) => Promise<Serving>

const running: ChildProcess[] = []

/** Runs the samples of a folder, each in a process of its own. */
export function serveFrom(samples: URL): Serve {
  return async (name, more = {}, login) => {
    const port = await freePort()
    const program = fileURLToPath(login ? change(name, samples, login) : new URL(name, samples))
    const env = { ...ENV, ...(await startLogin()).env, ...more, PORT: String(port) }
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    running.push(child)
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        text += part
      })
    }
    const url = `http://127.0.0.1:${port}`
    while (child.exitCode === null) {
      if (await fetch(url).catch(() => undefined)) return { url, log: () => text }
      await setTimeout(20)
    }
    throw new Error(`${name} ended with ${child.exitCode}: ${text}`)
  }
}

/** Writes a sample with a login in it, inside of its package, so that the names of packages lead to the same. */
function change(name: string, samples: URL, [line, code]: readonly [string, string]): URL {
  const text = readFileSync(new URL(name, samples), 'utf8')
  if (text.split(line).length !== 2) throw new Error(`${name} has not one line ${line}`)
  const folder = new URL('../.reports/with-login/', samples)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    new URL(name, folder),
    text.replace(line, () => code),
  )
  return new URL(name, folder)
}

/** Ends what a test has started. */
export async function endAll(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
  }
}
