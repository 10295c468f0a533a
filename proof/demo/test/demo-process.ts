import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
// The address is the last that the demo prints when it starts.
const STARTED = /tickets a minute[\s\S]*(http:\/\/127\.0\.0\.1:\d+)/

/** The demo in a process of its own. */
export interface DemoProcess {
  readonly baseUrl: string
  readonly child: ChildProcess
  /** Exit code and signal, once it has ended. */
  readonly exit: Promise<[number | null, NodeJS.Signals | null]>
  /** What it has printed. */
  output(): string
  kill(): Promise<void>
}

type Command = readonly [program: string, args: readonly string[]]

/** Starts the demo as a program of its own, by one of the adapters, or by another command that `wrap` makes of it. */
export async function startDemo(
  adapter: string,
  env: Record<string, string> = {},
  wrap: (...command: Command) => Command = (...command) => command,
): Promise<DemoProcess> {
  const [program, args] = wrap(process.execPath, [MAIN, '--adapter', adapter])
  const child = spawn(program, args, {
    env: { ...process.env, REDIS_URL: '', PORT: '0', HOST: '127.0.0.1', NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = once(child, 'exit') as DemoProcess['exit']
  let output = ''
  const baseUrl = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk
        const address = STARTED.exec(output)?.[1]
        if (address) resolve(address)
      })
    }
    exit.then(() => reject(new Error(`${adapter} ended: ${output}`)), reject)
  })
  async function kill(): Promise<void> {
    // It has to pass the signal on to other runtimes; what hangs in spite of it is ended all the same.
    child.kill('SIGTERM')
    const patience = setTimeout(() => child.kill('SIGKILL'), 5000)
    await exit
    clearTimeout(patience)
  }
  return { baseUrl, child, exit, output: () => output, kill }
}
