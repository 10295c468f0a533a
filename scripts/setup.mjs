import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Everything here runs before anything is installed, on the machine's own Node: built-in modules only.

export const root = resolve(fileURLToPath(import.meta.url), '../..')

const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.usersig-installed')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// Once installed, `node` in an npm script is the one of node_modules/.bin; npm itself runs on the machine's own.
const machineNode = process.env.npm_node_execpath ?? process.execPath
const onWindows = process.platform === 'win32'

/**
 * What is installed: all of the workspace, or the part that a command needs.
 *
 * @typedef {{ name: string, args: string[], contents: string }} Scope
 * @type {Record<'all' | 'demo', Scope>}
 */
export const SCOPES = {
  demo: {
    name: 'demo',
    // The full installation asks how old each of 659 versions is; here the hashes of the lockfile have to do.
    args: ['--prod', '--filter-prod', 'demo...', '--config.trustLockfile=true'],
    contents: 'what the demo needs: 36 packages, 50 MB, and the package manager with 100 MB',
  },
  all: {
    name: 'all',
    args: [],
    contents:
      'what the tests and tools need, 1.7 GB: four versions of Node, Deno, Bun, workerd, Chromium, three of TypeScript, ' +
      "NestJS 11 and 12, the frameworks of apps, Tencent's SDKs",
  },
}

/** Installs the dependencies if the lockfile asks for others than those present. */
export function setUp(scope = SCOPES.all) {
  requireNode()
  if (isInstalled(scope)) return
  console.log(`Fetching ${scope.contents}, from the npm registry into node_modules …`)
  const args = ['-y', manifest.packageManager, 'install', '--frozen-lockfile', ...scope.args]
  const { status, error } = spawnSync('npx', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: onWindows,
  })
  if (status === 0) {
    writeFileSync(stamp, `${scope.name} ${wantedState()}`)
    return
  }
  fail(
    `The dependencies could not be installed${error ? ` (${error.message})` : ''}.`,
    'The lines above tell why. If they name the network: is the npm registry reachable (`npm ping`)?',
    `If they name the lockfile: run \`npx -y ${manifest.packageManager} install\` and commit pnpm-lock.yaml.`,
  )
}

/** Runs a program of node_modules/.bin, on the Node of the toolchain, and gives its exit code. */
export function run(program, args, { cwd = root, passInterrupt = false } = {}) {
  const child = spawn(program, args, {
    cwd,
    stdio: 'inherit',
    shell: onWindows,
    env: toolEnvironment(),
  })
  let told = false
  const pass = (signal) => {
    told = true
    child.kill(signal)
  }
  // Ctrl-C reaches the child by itself, so that it is passed on only to one that does not mind to get it twice; staying
  // alive until it has stopped keeps its last words in order.
  process.on('SIGINT', passInterrupt ? pass : () => {})
  process.on('SIGTERM', pass)
  process.on('SIGHUP', pass)
  // A signal sent to npm alone ends npm's shell and never gets here: a new parent is the only sign of it.
  const parent = process.ppid
  setInterval(() => !told && process.ppid !== parent && pass('SIGTERM'), 500).unref()
  return new Promise((done) => {
    child.on('error', (error) => fail(`${program} could not be started: ${error.message}`))
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** The environment in which a program of the toolchain runs. */
export function toolEnvironment() {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return {
    ...process.env,
    // node_modules/.bin holds a Node that the tools run on, and the pnpm that turbo calls.
    [path]: [bin, process.env[path]].join(delimiter),
    MACHINE_NODE: machineNode,
    MACHINE_NODE_VERSION: spawnSync(machineNode, ['--version'], { encoding: 'utf8' }).stdout.trim(),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed (https://nodejs.org).`)
}

function isInstalled(scope) {
  if (!existsSync(stamp)) return false
  const state = wantedState()
  return [SCOPES.all, scope].some(({ name }) => readFileSync(stamp, 'utf8') === `${name} ${state}`)
}

// The content, not the times: a fresh checkout of the same files needs no new installation.
function wantedState() {
  const groups = ['packages', 'apps', 'examples', 'proof'].filter((folder) => existsSync(join(root, folder)))
  const workspaces = groups.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  const manifests = ['.', ...workspaces, 'bench', 'docs', 'site'].map((folder) => join(folder, 'package.json'))
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests].filter((file) => existsSync(join(root, file)))
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function fail(...lines) {
  console.error(['', ...lines].join('\n'))
  process.exit(1)
}
