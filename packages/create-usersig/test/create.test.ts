import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const require = createRequire(import.meta.url)
const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const manifest = JSON.parse(readFileSync(new URL('../template/package.json', import.meta.url), 'utf8'))
const PACKAGES = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })

/** A folder whose projects find the packages of this repository, as they are built. */
function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'create-usersig-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of PACKAGES) {
    const to = join(folder, 'node_modules', name)
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)), to, 'junction')
  }
  return folder
}

function run(cwd: string, args: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '', USERSIG_SDKAPPID: '1400000000', USERSIG_SECRETKEY: KEY }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('the app is written, its server starts, its tests pass, its page is built', () => {
  const folder = place()
  const { status, said } = run(folder, [PROGRAM, 'My App', '--no-install', '--yes'])
  expect([status, said]).toEqual([0, expect.stringMatching(/✓ without a login: 401[\s\S]*cd "My App"/)])
  expect(said).not.toContain(KEY)
  const app = join(folder, 'My App')
  const env = readFileSync(join(app, '.env'), 'utf8')
  expect(env).toMatch(
    new RegExp(
      `^SESSION_SECRET=\\w{64}\nDEMO_PASSWORD=[\\w-]{12}\nUSERSIG_SDKAPPID=1400000000\nUSERSIG_SECRETKEY=${KEY}\n$`,
    ),
  )
  expect(statSync(join(app, '.env')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(app, '.gitignore'), 'utf8')).toContain('.env')
  const made = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect([made.name, made.dependencies['@usersig/client'], made.devDependencies['@usersig/testing']]).toEqual([
    'my-app',
    `^${version}`,
    `^${version}`,
  ])
  const tests = run(app, ['--test', '--test-reporter=tap'])
  expect([tests.status, tests.said]).toEqual([0, expect.stringContaining('# pass 3')])
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js')
  expect(run(app, [vite, 'build'])).toMatchObject({ status: 0 })
})

test.each(['--version', '--help'])('%s is answered, and nothing is written', (option) => {
  const folder = place()
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const text = option === '--version' ? `${version}\n` : expect.stringContaining('npm create usersig [folder]')
  expect(run(folder, [PROGRAM, option])).toEqual({ status: 0, said: text })
  expect(readdirSync(folder)).toEqual(['node_modules'])
})

test('nothing is written over', () => {
  const folder = place()
  mkdirSync(join(folder, 'app'))
  writeFileSync(join(folder, 'app/mine.txt'), 'mine')
  const { status, said } = run(folder, [PROGRAM, 'app', '--no-install', '--yes'])
  expect([status, said]).toEqual([2, expect.stringContaining('app is there already')])
})
