import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { APP, BINARY, ENV, KEY, type Outcome } from '../run.ts'
import { SCRIPT, type } from '../type.ts'
import { unpack } from './generated.ts'

const require = createRequire(import.meta.url)
const NODE = { '@usersig/node': '*', '@usersig/auth': '*', '@usersig/testing': '*' }
const PACKAGES = ['@usersig/node', 'express', '@usersig/express-middleware', '@usersig/auth', '@usersig/testing']

/** Runs a program in a folder, with nothing of this process's own settings. */
async function runIn(cwd: string, args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'pipe' })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk
    })
  }
  child.stdin.end()
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, ...said }
}

/** An Express app with what it and `init` need installed: the built packages of this repository. */
function expressApp(): string {
  const folder = unpack('express-generator-4')
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '*']))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start: 'node app.js' }, dependencies }))
  writeFileSync(
    join(folder, 'app.js'),
    `const express = require('express')

const app = express()
app.use(express.json())

app.get('/', (req, res) => res.send('hello'))

app.listen(process.env.PORT)
`,
  )
  for (const name of PACKAGES) {
    const to = join(folder, 'node_modules', name)
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), to, 'junction')
  }
  return folder
}

test('an Express app issues its first ticket, its test passes, and a second run does it again', async () => {
  const folder = expressApp()
  const first = await runIn(folder, [BINARY, 'init', '--yes', '--login', 'auth0'], ENV)
  expect(first.stdout + first.stderr).not.toContain(KEY)
  expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining('install')])
  expect(first.stdout).toMatch(
    /✓ without a login: 401[\s\S]*✓ as alice: 200[\s\S]*"alice"[\s\S]*SDKAppID {2}1400000000\n/,
  )
  // No more of the ticket than tells its kind.
  expect(first.stdout).not.toMatch(/e[AJ][\w*-]{10}/)
  const tests = await runIn(folder, ['--test', '--test-reporter=tap', 'usersig.test.mjs'])
  expect([tests.code, tests.stdout]).toEqual([0, expect.stringContaining('# pass 2')])
  const before = readFileSync(join(folder, 'app.js'), 'utf8')
  const second = await runIn(folder, [BINARY, 'init', '--yes'])
  expect([second.code, second.stdout]).toEqual([0, expect.stringContaining('✓ as alice: 200')])
  expect(second.stdout).not.toMatch(/^ {2}(write|change|install) /m)
  expect(readFileSync(join(folder, 'app.js'), 'utf8')).toBe(before)
})

test('who has no login yet is told of the one for trials, and may wire it', async () => {
  const open = await runIn(expressApp(), [BINARY, 'init', '--yes', '--no-start'], ENV)
  expect([open.code, open.stdout]).toEqual([0, expect.stringContaining('npx usersig demo-login')])
  const set = ['--login', 'jwt', '--set', 'issuer=http://localhost:4100', 'audience=my-api']
  const wired = await runIn(expressApp(), [BINARY, 'init', '--yes', ...set], ENV)
  expect([wired.code, wired.stdout]).toEqual([0, expect.stringContaining('✓ as alice: 200')])
  expect(wired.stdout).not.toContain('demo-login')
})

test.each([
  ['sessionUser', 'req.session = {}', /✓ without a login: 401/],
  ['passportUser', 'req.user = undefined', /✓ without a login: 401/],
  ['wechat', 'req.x = 1', /✓ without a login: 401[\s\S]*✓ as alice: 200[\s\S]*AppSecret/],
])('%s: the app starts, and the test that it gets lets alice in and nobody else', async (login, line, shown) => {
  const folder = expressApp()
  const text = readFileSync(join(folder, 'app.js'), 'utf8')
  const middleware = `app.use((req, res, next) => { ${line}; next() })\n`
  writeFileSync(join(folder, 'app.js'), text.replace('app.use(express.json())\n', middleware))
  const first = await runIn(folder, [BINARY, 'init', '--yes', '--login', login], ENV)
  expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(shown)])
  const tests = await runIn(folder, ['--test', '--test-reporter=tap', 'usersig.test.mjs'])
  expect([tests.code, tests.stdout]).toEqual([0, expect.stringContaining('# pass 2')])
})

test('a page of Vite gets a server of its own, which issues its first ticket', async () => {
  const folder = expressApp()
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: { vite: '8' }, dependencies: NODE }))
  const { code, stdout } = await runIn(folder, [BINARY, 'init', '--yes'], ENV)
  expect([code, stdout]).toEqual([0, expect.stringMatching(/✓ as alice: 200[\s\S]*server: \{ proxy:/)])
})

test('a session login in an app without sessions: the trial shows it', async () => {
  const { code, stdout } = await runIn(expressApp(), [BINARY, 'init', '--yes', '--login', 'sessionUser'], ENV)
  expect([code, stdout]).toEqual([1, expect.stringContaining('✗ without a login: 500')])
})

test.skipIf(!existsSync(SCRIPT))('it asks for the login, its values and the key, which does not show', async () => {
  const folder = expressApp()
  const answers = [
    ['Which login', '2'],
    ['domain, such as', 'tenant.eu.auth0.com'],
    ['audience, such as', ''],
    ['SDKAppID (Enter', String(APP)],
    ['(hidden): ', KEY],
    ['Do it?', ''],
  ] as const
  const screen = await type('init', answers, folder)
  expect(screen).not.toContain(KEY)
  expect(screen).toMatch(/✓ as alice: 200[\s\S]*Put your own audience into usersig\.js[\s\S]*exit code 0/)
  expect(readFileSync(join(folder, 'usersig.js'), 'utf8')).toContain("domain: 'tenant.eu.auth0.com'")
  expect(readFileSync(join(folder, '.env'), 'utf8')).toContain(`USERSIG_SECRETKEY=${KEY}`)
})

test.skipIf(!existsSync(SCRIPT)).each([
  ['no', 'n'],
  ['Ctrl+C', '^C'],
])('%s in place of yes: nothing is done', async (_name, answer) => {
  const folder = expressApp()
  const answers = [
    ['Which login', 'own'],
    ['SDKAppID (Enter', ''],
    ['Do it?', answer],
  ] as const
  await type('init', answers, folder)
  for (const name of ['usersig.js', '.env']) expect(existsSync(join(folder, name))).toBe(false)
})

test('without a key the app refuses to start, and says what is missing', async () => {
  const folder = expressApp()
  const { code, stdout } = await runIn(folder, [BINARY, 'init', '--yes'])
  expect([code, stdout]).toEqual([0, expect.stringContaining('a sample: your key is still missing')])
  const started = await runIn(folder, ['app.js'], { PORT: '0' })
  expect([started.code, started.stderr]).toEqual([1, expect.stringContaining('there is no key')])
})

test('an app that does not start is told with what it says, and without keys', async () => {
  const folder = expressApp()
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
      scripts: { start: `node -e "throw new Error('no database ${KEY}')"` },
    }),
  )
  const { code, stdout, stderr } = await runIn(folder, [BINARY, 'init', '--yes'], ENV)
  expect(code).toBe(1)
  expect(stdout).toContain('The app did not answer')
  expect(stderr).toContain('no database')
  expect(stdout + stderr).not.toContain(KEY)
})

test.each([
  [['init'], {}, 'Nobody can be asked here.'],
  [['init', '--yes', '--login', 'auth0', '--set', 'tenant=x'], {}, 'has no value tenant'],
  [['init', '--yes', '--login', 'auth0', '--set', 'domain'], {}, 'name=value'],
  [['init', '--yes', '--stack', 'rails'], {}, 'express'],
  [['init', '--yes', '--login', 'authJs'], {}, 'does not fit Express'],
])('%j is refused: nothing is written', async (args, env, text) => {
  const folder = expressApp()
  const { code, stdout, stderr } = await runIn(folder, [BINARY, ...args], env)
  expect([code, stdout + stderr]).toEqual([2, expect.stringContaining(text)])
  expect(() => readFileSync(join(folder, 'usersig.js'))).toThrow('ENOENT')
})

test('--dry-run writes nothing, in either language', async () => {
  const folder = expressApp()
  for (const [lang, text] of [
    ['en', 'Nothing was done.'],
    ['zh', '没有做任何改动。'],
  ] as const) {
    const { code, stdout } = await runIn(folder, [BINARY, 'init', '--dry-run', '--lang', lang])
    expect([code, stdout]).toEqual([0, expect.stringContaining(text)])
    expect(stdout).toContain("+ app.post('/usersig', usersig)")
  }
  expect(() => readFileSync(join(folder, '.env'))).toThrow('ENOENT')
})

test('a folder without a project', async () => {
  const folder = join(unpack('express-generator-4'), 'empty')
  mkdirSync(folder)
  const { code, stderr } = await runIn(folder, [BINARY, 'init', '--yes'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('There is no package.json')])
})
