import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
const suffix = process.platform === 'win32' ? '.exe' : ''

/** The programs of command lines; of packages the program itself, as a launcher would outlive a kill. */
const PROGRAMS: Record<string, string> = {
  node: process.execPath,
  deno: join(folderOf('deno-bin'), `deno${suffix}`),
  bun: join(folderOf('bun-bin'), 'bin', 'bun.exe'),
}

/** A server that runs. */
export interface Running {
  readonly origin: string
  close(): Promise<void>
}

// What the tests run in is not for the servers: they are to get their settings from the files beside them.
const { PATH = '', HOME = '', SYSTEMROOT = '' } = process.env
const ENV = { PATH, HOME, SYSTEMROOT, NO_COLOR: '1' }

/** How long a server may take until it answers, in milliseconds. */
const PATIENCE = 30_000

/** Runs the command line of a server in a folder, on a port of its own, and waits until it answers. */
export async function startServer(command: string, folder: string): Promise<Running> {
  const [program = '', ...args] = command.split(' ')
  const port = await freePort()
  const child = spawn(PROGRAMS[program] ?? program, args, { cwd: folder, env: { ...ENV, PORT: String(port) } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const origin = `http://localhost:${port}`
  const deadline = Date.now() + PATIENCE
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (await fetch(origin).catch(() => undefined)) return { origin, close: () => stop(child) }
    await setTimeout(50)
  }
  await stop(child)
  throw new Error(`${command} ended with ${child.exitCode ?? child.signalCode}\n${output}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
