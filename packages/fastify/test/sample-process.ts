import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'

export const SAMPLES = new URL('../samples/', import.meta.url)

/** The environment that the README asks for. */
export const ENV = {
  ...process.env,
  USERSIG_SDKAPPID: String(SDK_APP_ID),
  USERSIG_SECRETKEY: SECRET_KEY,
  TRTC_WEBHOOK_KEY: 'my key',
  CHAT_WEBHOOK_TOKEN: 'my token',
  SESSION_SECRET: 'a secret for cookies, of 32 characters',
}

const running: ChildProcess[] = []

/** Runs a program in a process of its own. */
export async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = ENV) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  await once(child, 'spawn')
  return child
}

/** Runs a sample, and returns its address once it listens. */
export async function serve(
  name: string,
  more: Record<string, string> = {},
): Promise<{ url: string; log: () => string }> {
  const port = await freePort()
  const child = await run(process.execPath, [fileURLToPath(new URL(name, SAMPLES))], {
    ...ENV,
    ...more,
    PORT: String(port),
  })
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

/** Ends what a test has started. */
export async function endAll(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
