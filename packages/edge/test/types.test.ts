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
import { createUserSigHandler, type ExecutionContext, getUserSig, requireUserSig } from '@usersig/edge'

interface Env { readonly KEY: string }
interface WorkersContext extends ExecutionContext { passThroughOnException(): void; readonly props: unknown }
type WorkersFetch = (request: Request, env: Env, ctx: WorkersContext) => Response | Promise<Response>
type NextRoute = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

const credentials = (env: Env) => ({ sdkAppId: 1400000000, secretKey: env.KEY })
const authenticate = (_request: Request, env: Env) => env.KEY
const issue = createUserSigHandler<Env>({ credentials, authenticate })
export const worker: { fetch: WorkersFetch } = { fetch: issue }

export const route: NextRoute = createUserSigHandler({
  credentials: () => ({ sdkAppId: 1400000000, secretKey: '' }),
  authenticate: async () => 'alice',
})
export const guard: NextRoute = requireUserSig((request) => respond(getUserSig(request).userId), {
  credentials: () => ({ sdkAppId: 1400000000, secretKey: '' }),
})
declare function respond(text: string): Response
declare const request: Request

// @ts-expect-error: env is missing
issue(request)
// @ts-expect-error: authenticate is missing
createUserSigHandler({ credentials: { sdkAppId: 1, secretKey: '' } })
// @ts-expect-error: the user cannot be a number
createUserSigHandler({ credentials: { sdkAppId: 1, secretKey: '' }, authenticate: () => 7 })
// @ts-expect-error: one of the two
createUserSigHandler({ credentials: { sdkAppId: 1, secretKey: '' }, signer: () => never, authenticate: () => null })
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
  for (const name of ['@noble', 'fflate']) {
    const source = join(root, 'packages/core/node_modules', name)
    cpSync(source, join(example, 'node_modules', name), { recursive: true, dereference: true })
  }
  const { status, stderr } = spawnSync(DENO, ['check', '--no-lock', 'src/main.ts'], {
    cwd: example,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(status, stderr).toBe(0)
})
