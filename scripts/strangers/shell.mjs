import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { stopAtExit } from '../release/rehearse/trial.mjs'

const onWindows = process.platform === 'win32'
/** How long a command may take, a server until it answers, and one answer, in milliseconds. */
const PATIENCE = { command: 600_000, server: 60_000, answer: 10_000 }
/** How much of what a command printed is shown, in characters. */
const MOST_OUTPUT = 6_000
// The text is written for a shell that knows single quotes, as PowerShell does and cmd.exe does not.
const SHELL = onWindows ? 'pwsh' : true

/** What a stranger has on the machine: Node, npm, Deno and Bun, on the registry of the trial, and no settings. */
export function makeShell(folder, { copy, registry }) {
  const tools = join(folder, 'tools')
  mkdirSync(tools, { recursive: true })
  const own = (path) => join(copy.folder, 'packages/edge/node_modules', path)
  const suffix = onWindows ? '.exe' : ''
  addTool(own(`deno-bin/deno${suffix}`), join(tools, `deno${suffix}`))
  addTool(own('bun-bin/bin/bun.exe'), join(tools, `bun${suffix}`))
  addTool(process.execPath, join(tools, `node${suffix}`))
  const path = Object.keys(registry.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  // The tools of the repository are not those of the stranger.
  const others = registry.env[path].split(delimiter).filter((entry) => !entry.includes('node_modules'))
  const env = {
    ...registry.env,
    [path]: [tools, ...others].join(delimiter),
    npm_config_yes: 'true',
    DENO_DIR: join(folder, 'deno'),
    BUN_INSTALL_CACHE_DIR: join(folder, 'bun'),
    NEXT_TELEMETRY_DISABLED: '1',
    WRANGLER_SEND_METRICS: 'false',
    DO_NOT_TRACK: '1',
  }
  return { env, npmrc: registry.npmrc }
}

function addTool(from, to) {
  if (onWindows) copyFileSync(from, to)
  else symlinkSync(from, to)
}

/** Runs a command line as it stands, and gives what it printed. */
export function type(line, cwd, { env }) {
  const { status, signal, stdout, stderr, error } = spawnSync(line, {
    cwd,
    env,
    shell: SHELL,
    encoding: 'utf8',
    timeout: PATIENCE.command,
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status === 0) return `${stdout}${stderr}`
  throw new Error(`$ ${line}\n${tail(`${stdout}${stderr}`)}\nended with ${status ?? signal ?? error?.message}`)
}

/** Starts a server with a command line as it stands, and waits until it answers. */
export async function startServer(line, cwd, { env }, port) {
  const { child, printed, meets } = start(line, cwd, { ...env, PORT: String(port) })
  if (await meets(() => answers(`http://localhost:${port}`))) return () => end(child)
  await end(child)
  throw new Error(`$ ${line}\n${tail(printed())}\ndid not answer on its port`)
}

/** Runs a command line that may go on running, until it has printed this. */
export async function readUntil(line, wanted, cwd, { env }) {
  const { child, printed, meets } = start(line, cwd, env)
  await meets(() => printed().includes(wanted))
  await end(child)
  if (!printed().includes(wanted)) throw new Error(`$ ${line}\n${tail(printed())}\nsays nothing of ${wanted}`)
}

function start(line, cwd, env) {
  const child = spawn(line, {
    cwd,
    env,
    shell: SHELL,
    // A group of its own, so that what the shell starts ends with it.
    detached: !onWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.once(
    'exit',
    stopAtExit(() => kill(child)),
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  /** Whether this holds before the program ends, or takes too long. */
  const meets = async (condition) => {
    const deadline = Date.now() + PATIENCE.server
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      if (await condition()) return true
      await setTimeout(200)
    }
    return false
  }
  return { child, printed: () => output, meets }
}

// A server that failed to build its program may take a request and never answer it.
export async function answers(url) {
  const signal = AbortSignal.timeout(PATIENCE.answer)
  return (await fetch(url, { signal }).catch(() => undefined)) !== undefined
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  kill(child)
  await ended
}

function kill({ pid }) {
  if (onWindows) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
  else process.kill(-pid, 'SIGKILL')
}

/** The end of a text, where the reason of a failure stands. */
export function tail(text) {
  return text.length > MOST_OUTPUT ? `…${text.slice(-MOST_OUTPUT)}` : text
}
