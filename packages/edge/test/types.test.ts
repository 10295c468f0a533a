import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DENO } from './support/runtimes.ts'
import { typeCheck } from './support/type-check.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const MINIMAL = `
import { type ExecutionContext, getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '@usersig/edge'

interface Env { readonly KEY: string }
interface WorkersContext extends ExecutionContext { passThroughOnException(): void; readonly props: unknown }
type WorkersFetch = (request: Request, env: Env, ctx: WorkersContext) => Response | Promise<Response>
type NextRoute = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>
declare function respond(text: string): Response
declare const request: Request

const issue = issueUserSig<Env>({
  credentials: (_request, { env }) => ({ sdkAppId: 1400000000, secretKey: env.KEY }),
  authenticate: (_request, { env }) => env.KEY,
})
const me = requireUserSig()((request, env: Env) => respond(getUserSig(request).userId + env.KEY))
const webhook = requireWebhook<Env>({ trtcKey: (_request, { env }, { sdkAppId }) => env.KEY + sdkAppId })((request) =>
  respond(getWebhook<{ EventType: string }>(request).EventType),
)
export const workers: { fetch: WorkersFetch }[] = [{ fetch: issue }, { fetch: me }, { fetch: webhook }]
export const plain: { fetch: WorkersFetch } = { fetch: issueUserSig({ authenticate: async () => 'alice' }) }

export const route: NextRoute = issueUserSig({ authenticate: async () => 'alice' })
export const guard: NextRoute = requireUserSig()((request) => respond(getUserSig(request).userId))
export const withParams: NextRoute = requireUserSig()(async (_request, { params }: { params: Promise<{ id: string }> }) =>
  respond((await params).id),
)

// @ts-expect-error: env is missing
issue(request)
// @ts-expect-error: env is missing
me(request)
// @ts-expect-error: authenticate is missing
issueUserSig({ credentials: { sdkAppId: 1, secretKey: '' } })
// @ts-expect-error: the user cannot be a number
issueUserSig({ authenticate: () => 7 })
// @ts-expect-error: there is no such option
issueUserSig({ authenticate: () => null, expires: 60 })
// @ts-expect-error: the handler asks for more than the callbacks know of
requireUserSig<Env>({ getToken: (_request, { env }) => env.KEY })((_request, env: { OTHER: string }) => respond(env.OTHER))
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usersig-types-'))
  // As installed: no link leads into the workspace.
  for (const name of ['core', 'edge']) {
    const installed = join(folder, 'node_modules', '@usersig', name)
    mkdirSync(installed, { recursive: true })
    for (const part of ['dist', 'package.json']) {
      cpSync(join(root, 'packages', name, part), join(installed, part), { recursive: true })
    }
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the declarations need no types of a platform but Request and Response', () => {
  writeFileSync(
    join(folder, 'globals.d.ts'),
    'interface Request { readonly url: string }\ninterface Response { readonly status: number }\n',
  )
  writeFileSync(join(folder, 'use.ts'), MINIMAL)
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022'],
    types: [],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['globals.d.ts', 'use.ts'] }))
  expect(typeCheck(folder)).toBe('')
})

test('Deno accepts the types of its example', () => {
  const example = join(folder, 'example')
  cpSync(join(root, 'examples/deno/src'), join(example, 'src'), { recursive: true })
  cpSync(join(root, 'examples/deno/package.json'), join(example, 'package.json'))
  cpSync(join(folder, 'node_modules'), join(example, 'node_modules'), { recursive: true })
  for (const name of ['core/node_modules/@noble', 'edge/node_modules/jose']) {
    const copy = join(example, 'node_modules', name.split('/').at(-1) ?? '')
    cpSync(join(root, 'packages', name), copy, { recursive: true, dereference: true })
  }
  const { status, stderr } = spawnSync(DENO, ['check', '--no-lock', 'src/main.ts'], {
    cwd: example,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(status, stderr).toBe(0)
})
