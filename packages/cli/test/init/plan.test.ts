import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { write } from '../../src/init/apply.ts'
import { readLogin } from '../../src/init/login-code.ts'
import { chooseLogin, LOGINS, type Login, loginsFor } from '../../src/init/logins.ts'
import { makePlan, type Plan } from '../../src/init/plan.ts'
import { readProject } from '../../src/init/project.ts'
import { findStack } from '../../src/init/stacks/index.ts'
import { KEY } from '../run.ts'
import { unpack } from './generated.ts'

const loginOf = (id: string): Login => LOGINS.find((login) => login.id === id) as Login
const AUTH0 = chooseLogin(loginOf('auth0'), { domain: 'example.eu.auth0.com', audience: 'https://api.example.com' })

function planFor(folder: string, chosen = AUTH0): Plan {
  const project = readProject(folder)
  return makePlan(project, findStack(project), chosen, true)
}

/** The lines that a file of the app's own gets, with what stands before each of them. */
function added({ changes }: Plan, path: string): string[] {
  const change = changes.find((each) => each.path === path)
  const before = change?.before.split('\n') ?? []
  const after = change?.after.split('\n') ?? []
  return after.flatMap((line, index) => (before.includes(line) ? [] : [`${after[index - 1]} → ${line}`]))
}

test.each([
  ['express-generator-4', 'express', ['usersig.js', 'usersig.test.mjs']],
  ['nest-11', 'nest', ['src/usersig.module.ts', 'src/usersig.spec.ts']],
  ['nest-12', 'nest', ['src/usersig.module.ts', 'src/usersig.spec.ts']],
  ['create-next-app-16', 'next', ['app/usersig/route.ts', 'usersig.test.mjs']],
  ['hono-nodejs', 'hono', ['src/usersig.ts', 'usersig.test.mjs']],
  ['hono-cloudflare-workers', 'hono-worker', ['src/usersig.ts', 'usersig.test.mjs']],
  ['create-cloudflare-2', 'worker', ['src/usersig.ts', 'test/usersig.spec.ts']],
  ['fastify-cli-7', 'fastify', ['routes/usersig.js', 'test/routes/usersig.test.js']],
  ['fastify-cli-7-ts', 'fastify', ['src/routes/usersig.ts', 'test/routes/usersig.test.ts']],
  ['create-vite-9', 'node', ['usersig-server.mjs', 'usersig.test.mjs']],
])('%s is %s, and gets %j', (name, id, paths) => {
  const plan = planFor(unpack(name))
  expect(plan.stack.id).toBe(id)
  expect(plan.files.map(({ path }) => path)).toEqual(paths)
})

test.each([
  [
    'express-generator-4',
    'app.js',
    [
      "var usersRouter = require('./routes/users'); → const { usersig } = require('./usersig');",
      " → app.post('/usersig', usersig);",
    ],
  ],
  [
    'nest-11',
    'src/app.module.ts',
    [
      "import { AppService } from './app.service'; → import { UserSigTicketsModule } from './usersig.module';",
      '@Module({ →   imports: [UserSigTicketsModule],',
    ],
  ],
  [
    'nest-12',
    'src/app.module.ts',
    [
      "import { AppService } from './app.service.js'; → import { UserSigTicketsModule } from './usersig.module.js';",
      '@Module({ →   imports: [UserSigTicketsModule],',
    ],
  ],
  [
    'hono-nodejs',
    'src/index.ts',
    ["import { Hono } from 'hono' → import { usersig } from './usersig.js'", " → app.post('/usersig', usersig)"],
  ],
  [
    'create-cloudflare-2',
    'src/index.ts',
    [
      ' */ → import { usersig } from "./usersig";',
      '\tasync fetch(request, env, ctx): Promise<Response> { → \t\tif (new URL(request.url).pathname === "/usersig") return usersig(request, env, ctx);',
    ],
  ],
  ['fastify-cli-7', 'app.js', []],
  ['create-next-app-16', 'app/layout.tsx', []],
])('in %s, %s gets the lines that it needs, where it can take them', (name, path, lines) => {
  expect(added(planFor(unpack(name)), path)).toEqual(lines)
})

test('new code looks like the code around it', () => {
  const textOf = (name: string) => planFor(unpack(name)).files[0]?.text ?? ''
  expect(textOf('hono-nodejs')).not.toMatch(/;$/m)
  expect(textOf('nest-11')).toMatch(/^\}\);$/m)
  expect(textOf('create-next-app-16')).toMatch(/auth0\(\{\n {2}domain: "example\.eu\.auth0\.com",/)
  expect(planFor(unpack('create-cloudflare-2')).files[1]?.text).toMatch(/^\tconst answer/m)
})

test.each([
  ["const app = express()\nconst other = express()\napp.get('/', x)\n", 'two apps'],
  ["function make() {\n  const app = express()\n  app.get('/', x)\n  return app\n}\n", 'an app in a function'],
  ['const app = express()\nmount(app)\n', 'no route to stand before'],
])('an entry of another shape is left alone, and the lines are told: %#', (code) => {
  const folder = unpack('express-generator-4')
  writeFileSync(join(folder, 'app.js'), `const express = require('express')\n${code}`)
  const plan = planFor(folder)
  expect(plan.changes.map(({ path }) => path)).not.toContain('app.js')
  expect(plan.manual).toEqual({
    file: 'app.js',
    lines: "const { usersig } = require('./usersig')\napp.post('/usersig', usersig)",
  })
})

test('a second run finds everything there, and nothing of the app but its lines has changed', () => {
  for (const name of ['express-generator-4', 'nest-11', 'hono-nodejs', 'create-cloudflare-2', 'fastify-cli-7']) {
    const folder = unpack(name)
    const plan = planFor(folder)
    write(plan, folder, { sdkAppId: 1, secretKey: KEY })
    const again = planFor(folder)
    expect([name, again.changes, again.files.filter(({ isThere }) => !isThere), again.key.missing]).toEqual([
      name,
      [],
      [],
      [],
    ])
    expect([name, again.manual, again.key.isSet]).toEqual([name, undefined, true])
    for (const { before, after } of plan.changes) {
      const kept = before.split('\n').filter((line) => !/^ {2}imports: \[\],$/.test(line))
      expect(after.split('\n')).toEqual(expect.arrayContaining(kept))
    }
  }
})

test('the key is for its owner alone, and is added to a file that is there', () => {
  const folder = unpack('express-generator-4')
  write(planFor(folder), folder, { sdkAppId: 1400000000, secretKey: KEY })
  expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600)
  const other = unpack('express-generator-4')
  writeFileSync(join(other, '.env'), 'PORT=8080')
  write(planFor(other), other, { sdkAppId: 1400000000, secretKey: KEY })
  expect(readFileSync(join(other, '.env'), 'utf8')).toBe(
    `PORT=8080\nUSERSIG_SDKAPPID=1400000000\nUSERSIG_SECRETKEY=${KEY}\n`,
  )
})

test('a file that has come up since is not written over', () => {
  const folder = unpack('express-generator-4')
  const plan = planFor(folder)
  writeFileSync(join(folder, 'usersig.js'), 'mine')
  expect(() => write(plan, folder, undefined)).toThrow('usersig.js has changed')
  expect(readFileSync(join(folder, 'usersig.js'), 'utf8')).toBe('mine')
})

test.each(['.env', '/.env', '.env*', '*.env', '.env.*\n.env'])('.gitignore with %j needs no line', (line) => {
  const folder = unpack('express-generator-4')
  writeFileSync(join(folder, '.gitignore'), `node_modules\n${line}\n`)
  expect(planFor(folder).changes.map(({ path }) => path)).not.toContain('.gitignore')
})

test('what is typed for a login stays a text of the code', () => {
  const hostile = `x' }); process.exit(1); ({ a: '\\`
  const chosen = chooseLogin(loginOf('auth0'), { domain: hostile, audience: '"`$1' })
  const code = planFor(unpack('express-generator-4'), chosen).files[0]?.text ?? ''
  const [, call = ''] = /^const authenticate = ([\s\S]*?^\}\));$/m.exec(code) ?? []
  const said = new Function('auth0', `return ${call}`)((options: object) => options)
  expect(said).toEqual({ domain: hostile, audience: '"`$1' })
})

test('the login of a file that was written before is read from it', () => {
  // Those that are made of an object of the app are tried above.
  for (const login of LOGINS.filter(({ instance }) => !instance)) {
    for (const values of [{}, Object.fromEntries(login.options.map(({ name, example }) => [name, example]))]) {
      const chosen = chooseLogin(login, values)
      for (const name of ['express-generator-4', 'create-next-app-16']) {
        expect(readLogin(planFor(unpack(name), chosen).files[0]?.text ?? '')).toEqual(chosen)
      }
    }
  }
})

const AUTH_JS = 'export const { handlers, auth } = NextAuth({ providers: [] })\n'
const BETTER_AUTH = "import { betterAuth } from 'better-auth'\nexport const auth = betterAuth({})\n"

test.each([
  ['create-next-app-16', 'authJs', 'auth.ts', AUTH_JS, 'import { auth } from "../../auth";', 'authJs(() => auth())'],
  ['create-next-app-16', 'betterAuth', 'lib/auth.ts', BETTER_AUTH, 'from "../../lib/auth";', 'betterAuth(auth)'],
  ['hono-nodejs', 'betterAuth', 'src/lib/auth.ts', BETTER_AUTH, "from './lib/auth.js'", 'betterAuth(auth)'],
])('in %s, %s is made of what %s exports, and without it nothing is planned', (name, id, path, code, ...texts) => {
  const chosen = chooseLogin(loginOf(id), {})
  const folder = unpack(name)
  expect(() => planFor(folder, chosen)).toThrow(`${id} needs your own auth`)
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), code.replace('export ', ''))
  expect(() => planFor(folder, chosen)).toThrow(`${id} needs your own auth`)
  writeFileSync(join(folder, path), code)
  const plan = planFor(folder, chosen)
  for (const text of texts) expect(plan.files[0]?.text).toContain(text)
  // A test of it would need the whole app.
  expect([plan.files.length, plan.noTest]).toEqual([1, 'login'])
  write(plan, folder, { sdkAppId: 1, secretKey: KEY })
  expect(planFor(folder, readLogin(readFileSync(join(folder, plan.files[0]?.path ?? ''), 'utf8'))).changes).toEqual([])
})

test('a login is offered where it fits', () => {
  const ids = (stack: string) => loginsFor(stack).map(({ id }) => id)
  expect(ids('express')).toEqual(
    expect.arrayContaining(['auth0', 'sessionUser', 'passportUser', 'betterAuth', 'wechat']),
  )
  expect(ids('next')).toEqual(expect.arrayContaining(['auth0', 'authJs', 'betterAuth', 'wechat', 'own']))
  expect(ids('next')).not.toContain('sessionUser')
  expect(ids('worker').filter((id) => ['sessionUser', 'authJs', 'wechat'].includes(id))).toEqual([])
})

test('the secret of a login gets its own line, empty, and it is not the key', () => {
  const folder = unpack('express-generator-4')
  write(planFor(folder, chooseLogin(loginOf('wechat'), {})), folder, { sdkAppId: 1400000000, secretKey: KEY })
  expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(
    `USERSIG_SDKAPPID=1400000000\nUSERSIG_SECRETKEY=${KEY}\nWECHAT_APP_SECRET=\n`,
  )
  expect(readFileSync(join(folder, 'usersig.js'), 'utf8')).toContain('appSecret: process.env.WECHAT_APP_SECRET')
})

test.each([
  ['module', ['src/usersig.ts', 'usersig.test.mjs'], undefined],
  ['commonjs', ['src/usersig.ts'], 'type'],
])('TypeScript without a runner in a package of the type %s', (type, paths, noTest) => {
  const folder = unpack('express-generator-4')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type, devDependencies: { wrangler: '4' } }))
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src/index.ts'), 'export default {\n  fetch: () => new Response(),\n}\n')
  const plan = planFor(folder)
  expect([plan.stack.id, plan.files.map(({ path }) => path), plan.noTest]).toEqual(['worker', paths, noTest])
})
