import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '../fixture.ts'
import { freePort } from '../redis-server.ts'

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

/** Runs a sample by its name, with more variables, and returns its address once it listens. */
export type Serve = (name: string, more?: Readonly<Record<string, string>>) => Promise<Serving>

const running: ChildProcess[] = []

/** Runs the samples of a folder, each in a process of its own. */
export function serveFrom(samples: URL): Serve {
  return async (name, more = {}) => {
    const port = await freePort()
    const program = fileURLToPath(new URL(name, samples))
    const env = { ...ENV, ...more, PORT: String(port) }
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

/** Ends what a test has started. */
export async function endAll(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
  }
}
