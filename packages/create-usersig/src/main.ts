#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { createApp, isFree, VERSION } from './create.ts'

const USAGE = `npm create usersig [folder] [-- options]

Makes a small complete app with Tencent Cloud Chat, and runs "usersig init" in it: a server, a page, tests.
Options: those of usersig init, such as --yes and --lang zh; --no-install leaves out npm install.`

const args = process.argv.slice(2)
const options = args.filter((arg) => arg.startsWith('-') || args[args.indexOf(arg) - 1] === '--lang')
const [name = 'usersig-app', ...more] = args.filter((arg) => !options.includes(arg))
const folder = resolve(name)

if (options.includes('--version') || options.includes('-V')) console.log(VERSION)
else if (options.includes('--help') || options.includes('-h')) console.log(USAGE)
else if (more.length > 0) fail(USAGE)
else if (!isFree(folder)) fail(`${name} is there already: choose another name, or an empty folder.`)
else create()

function create(): void {
  createApp(folder)
  const manager = /^(npm|pnpm|yarn|bun)\//.exec(process.env['npm_config_user_agent'] ?? '')?.[1] ?? 'npm'
  if (!options.includes('--no-install')) run(`${manager} install`, [], true)
  const require = createRequire(import.meta.url)
  const program = join(dirname(require.resolve('usersig/package.json')), 'dist/main.js')
  run(process.execPath, [program, 'init', ...options.filter((option) => option !== '--no-install')])
  const path = relative(process.cwd(), folder) || '.'
  console.log(`\n  cd ${/\s/.test(path) ? `"${path}"` : path}\n  ${manager} run dev\n
Log in as alice, with the DEMO_PASSWORD of .env.`)
}

/** Runs a program in the new folder, as if it were typed there; where it fails, so does this. */
function run(command: string, rest: readonly string[], shell = false): void {
  const { status } = spawnSync(command, rest, { cwd: folder, stdio: 'inherit', shell })
  if (status !== 0) process.exit(status ?? 1)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}
