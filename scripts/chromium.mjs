import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const root = resolve(fileURLToPath(import.meta.url), '../..')

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** What a headless Chromium is to be started with, also as root and without a network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Gives the path of a Chromium: the one of CHROMIUM_PATH, the one inside an npm package, or one of the machine. The one
 * of the package has the same version everywhere, and without a window to draw it takes half of the processor's time.
 */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist`)
  }
  if (process.platform === 'linux' && process.arch === 'x64') return await unpackChromium()
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return installed
  throw new Error('No Chromium or Chrome was found: install one, or name it in CHROMIUM_PATH.')
}

// The package's own unpacking goes to a fixed path in the shared temporary folder, where an interrupted run leaves
// half a file that later runs take for whole.
async function unpackChromium() {
  const packed = join(root, 'node_modules', '@sparticuz', 'chromium')
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'))
  const folder = join(root, 'node_modules', '.cache', `chromium-${version}`)
  const starter = join(folder, 'start')
  if (existsSync(starter)) return starter

  const fresh = `${folder}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const program = join(fresh, 'chromium')
  await unbrotli(join(packed, 'bin', 'chromium.br'), program)
  chmodSync(program, 0o755)
  // The libraries that a bare server lacks (NSS); the machine's own come first.
  const libraries = join(fresh, 'libraries.tar')
  await unbrotli(join(packed, 'bin', 'al2023.tar.br'), libraries)
  const { status, stderr } = spawnSync('tar', ['-xf', libraries, '-C', fresh], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The libraries of Chromium could not be unpacked: ${stderr}`)
  rmSync(libraries)
  writeFileSync(join(fresh, 'start'), starterScript(program), { mode: 0o755 })
  place(fresh, folder)
  return starter
}

function unbrotli(from, to) {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))
}

function starterScript(program) {
  const { stdout = '' } = spawnSync('ldd', [program], { encoding: 'utf8' })
  const environment = stdout.includes('not found') ? 'LD_LIBRARY_PATH="$here/lib" ' : ''
  return `#!/bin/sh
here=$(dirname "$0")
${environment}exec "$here/chromium" "$@"
`
}

// Of two runs that unpack at the same time, the first to be done is used.
function place(fresh, folder) {
  mkdirSync(dirname(folder), { recursive: true })
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
