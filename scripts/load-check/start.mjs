import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { root, runToEnd } from '../pack-check/process.mjs'

const MOST_BYTES = 200e6
const PATIENCE_SECONDS = 120

/** `npm start` in a fresh clone of what is committed, with nothing in any cache. */
export async function* checkStart({ folder }) {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const clone = join(folder, 'clone')
  runToEnd('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone])
  const port = await freePort()
  const start = performance.now()
  const env = { ...process.env, HOME: home, PORT: String(port), npm_config_cache: join(home, '.npm') }
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: 'ignore', detached: true })
  const fault = await waitForPage(`http://localhost:${port}/`, child)
  const seconds = (performance.now() - start) / 1000
  const bytes = sizeOf(folder)
  process.kill(-child.pid, 'SIGTERM')
  yield { what: 'npm start in a fresh clone', seconds, fault }
  const size = `${Math.round(bytes / 1e6)} MB`
  yield {
    what: `npm start leaves ${size} on the disk, caches included`,
    seconds: 0,
    fault: bytes <= MOST_BYTES ? undefined : `${size} are more than ${MOST_BYTES / 1e6}`,
  }
}

async function waitForPage(url, child) {
  for (const end = performance.now() + PATIENCE_SECONDS * 1000; performance.now() < end; await setTimeout(100)) {
    if (child.exitCode !== null) return `npm start ended with ${child.exitCode}`
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return undefined
  }
  return `no page after ${PATIENCE_SECONDS} seconds`
}

// A file that is linked from the store into node_modules counts once.
function sizeOf(folder, seen = new Set()) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + sizeOf(path, seen)
    if (!entry.isFile()) return sum
    const { ino, size } = statSync(path)
    if (seen.has(ino)) return sum
    seen.add(ino)
    return sum + size
  }, 0)
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
