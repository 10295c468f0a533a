import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Started {
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Everything that the program has printed. */
  output(): string
  close(): Promise<void>
}

const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost|0\.0\.0\.0):(\d+)/
const PATIENCE = 20_000

/** Starts a server and waits until it says where it listens. Rejects with what it printed if it does not. */
export async function start(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<Started> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const port = await new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${command} ${args.join(' ')}: ${reason}\n${output}`))
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(`does not listen after ${PATIENCE / 1000} s`)
    }, PATIENCE)
    const collect = (chunk: Buffer) => {
      output += chunk
      const found = ADDRESS.exec(output)?.[1]
      if (!found) return
      clearTimeout(timer)
      resolve(found)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => fail(error.message))
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      fail(`ended with ${signal ?? code}`)
    })
  })
  return { baseUrl: `http://127.0.0.1:${port}`, output: () => output, close: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
