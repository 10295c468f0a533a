import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { startVault, VAULT_TOKEN } from './vault-server.ts'

// Inside of the package, so that its name leads to what was built.
const FOLDER = fileURLToPath(new URL('../.samples/', import.meta.url))
const TSC = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace(/package\.json$/, 'bin/tsc')

/** The samples of a README that need nothing but this package. */
function samplesOf(path: string): string[] {
  const readme = readFileSync(new URL(path, import.meta.url), 'utf8')
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code as string)
  return blocks.filter((code) => !/from '(?!@usersig\/(core|vectors)|node:)/.test(code))
}

const samples = [
  ...samplesOf('../README.md').map((code, i) => [`core-${i + 1}`, code] as const),
  ...samplesOf('../../vectors/README.md').map((code, i) => [`vectors-${i + 1}`, code] as const),
  ...samplesOf('../../../README.md').map((code, i) => [`root-${i + 1}`, code] as const),
  ...samplesOf('../../../README.zh-CN.md').map((code, i) => [`root-zh-${i + 1}`, code] as const),
]

const secretKey = 'your SDKSecretKey'
const vault = await startVault(secretKey)
const env = { ...process.env, VAULT_ADDR: vault.address, VAULT_TOKEN }
const run = async (name: string) => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(FOLDER, `${name}.ts`)], { env })
  return stdout
}

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, code] of samples) writeFileSync(join(FOLDER, `${name}.ts`), code)
})
afterAll(() => {
  vault.server.close()
  rmSync(FOLDER, { recursive: true, force: true })
})

it('finds the samples', () => {
  expect(samples.length).toBeGreaterThan(12)
})

it.each(samples)('sample %s runs, and prints what its comments say', async (name, code) => {
  const printed = await run(name)
  for (const [, expected] of code.matchAll(/\/\/ → (.*)$/gm)) expect(printed).toContain(expected?.split(';')[0])
})

it('the sample with Vault signs with the key that is there', async () => {
  const [name] = samples.find(([, code]) => code.includes('x-vault-token')) ?? expect.fail('there is no such sample')
  const ticket = (await run(name)).trim()
  expect(createUserSigner({ sdkAppId: 1400000000, secretKey }).verifyUserSig(ticket).userId).toBe('alice')
})

it('the samples have the types that they should', () => {
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node']
  const files = samples.map(([name]) => join(FOLDER, `${name}.ts`))
  execFileSync(process.execPath, [TSC, '--ignoreConfig', '--skipLibCheck', ...options, ...files], { stdio: 'pipe' })
})
