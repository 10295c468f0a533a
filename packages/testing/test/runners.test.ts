import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const require = createRequire(import.meta.url)
const own = fileURLToPath(new URL('..', import.meta.url))

/** A project of its own, with packages as they are built, in which a test runner runs. */
function project(files: Readonly<Record<string, string>>, packages: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'usersig-testing-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'node_modules/@usersig'), { recursive: true })
  symlinkSync(own, join(folder, 'node_modules/@usersig/testing'), 'junction')
  for (const name of packages) {
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(folder, 'node_modules', name), 'junction')
  }
  return folder
}

function run(folder: string, program: string, args: readonly string[]) {
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', CI: '1' },
  })
  return { status, said: stdout + stderr }
}

const BODY = `
const { valid, expired, otherUser } = createTestTickets()
test('right', () => {
  expect(valid).toBeUserSigFor({ userId: 'alice' })
  for (const ticket of [expired, otherUser, 'nonsense', undefined]) expect(ticket).not.toBeUserSigFor({ userId: 'alice' })
  expect(process.env.USERSIG_SDKAPPID).toBe('1400000000')
})
test('wrong', () => {
  expect(expired).toBeUserSigFor({ userId: 'alice' })
})
`

test('one line in the configuration of vitest', () => {
  const folder = project(
    {
      'package.json': '{ "type": "module" }',
      'vitest.config.mjs': "export default { test: { setupFiles: ['@usersig/testing/vitest'] } }",
      'a.test.mjs': `import { createTestTickets } from '@usersig/testing'\nimport { expect, test } from 'vitest'\n${BODY}`,
    },
    ['vitest'],
  )
  const { status, said } = run(folder, join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs'), ['run'])
  expect([status, said]).toEqual([1, expect.stringMatching(/1 failed \| 1 passed/)])
  expect(said).toMatch(/expected a UserSig for "alice", but .*\(expired\)/)
  // A message goes into logs.
  expect(said).not.toMatch(/e[AJ][\w*-]{20}/)
})

test('one line in the configuration of Jest, which takes CommonJS', () => {
  const folder = project(
    {
      'package.json': '{ "jest": { "setupFilesAfterEnv": ["@usersig/testing/jest"] } }',
      'a.test.js': `const { createTestTickets, createFakeProvider } = require('@usersig/testing')\n${BODY}
test('a token of the provider', async () => {
  const provider = await createFakeProvider({ issuer: 'https://login.example.com' })
  expect((await provider.token({ sub: 'alice' })).split('.')).toHaveLength(3)
})`,
    },
    [],
  )
  const jest = join(dirname(require.resolve('jest/package.json')), 'bin/jest.js')
  const { status, said } = run(folder, jest, ['--no-cache'])
  expect([status, said]).toEqual([1, expect.stringMatching(/1 failed, 2 passed/)])
  expect(said).toMatch(/expected a UserSig for "alice", but .*\(expired\)/)
  expect(said).not.toMatch(/e[AJ][\w*-]{20}/)
})

test.each([
  ["import '@usersig/testing/environment'"],
  ["import { createFakeIssuer } from '@usersig/testing'; createFakeIssuer()"],
  ["import { createFakeProvider } from '@usersig/testing'; await createFakeProvider({ issuer: 'https://a.example' })"],
  ["import { createTestSigner } from '@usersig/testing'; createTestSigner()"],
  ["import { createTestTickets } from '@usersig/testing'; createTestTickets()"],
  ["import { startFakeIssuer } from '@usersig/testing/server'; await startFakeIssuer()"],
])('in production it refuses: %s', (code) => {
  const folder = project({ 'app.mjs': code }, [])
  for (const [mode, status] of [
    ['production', 1],
    ['test', 0],
  ] as const) {
    const { status: ended, stderr } = spawnSync(process.execPath, ['--eval', '', 'app.mjs'].slice(2), {
      cwd: folder,
      encoding: 'utf8',
      // A server that listens would not end by itself.
      timeout: 20_000,
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: mode },
      killSignal: 'SIGTERM',
    })
    if (mode === 'production')
      expect([ended, stderr]).toEqual([status, expect.stringContaining('does not run with NODE_ENV=production')])
    else if (!code.includes('startFakeIssuer')) expect([ended, stderr]).toEqual([status, ''])
  }
})
