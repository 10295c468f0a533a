import { expect, test } from 'vitest'
import { programOf, project, run } from './project.ts'

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
  const { status, said } = run(folder, [programOf('vitest', 'vitest.mjs'), 'run'])
  expect([status, said]).toEqual([1, expect.stringMatching(/1 failed \| 1 passed/)])
  expect(said).toMatch(/expected a UserSig for "alice", but .*\(expired\)/)
  // A message goes into logs.
  expect(said).not.toMatch(/e[AJ][\w*-]{20}/)
})

test('one line in the configuration of Jest, which takes CommonJS', () => {
  const folder = project({
    'package.json': '{ "jest": { "setupFilesAfterEnv": ["@usersig/testing/jest"] } }',
    'a.test.js': `const { createTestTickets, createFakeProvider } = require('@usersig/testing')\n${BODY}
test('a token of the provider', async () => {
  const provider = await createFakeProvider({ issuer: 'https://login.example.com' })
  expect((await provider.token({ sub: 'alice' })).split('.')).toHaveLength(3)
})`,
  })
  const { status, said } = run(folder, [programOf('jest', 'bin/jest.js'), '--no-cache'])
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
  const folder = project({ 'app.mjs': code })
  const { status, said } = run(folder, ['app.mjs'], 'production')
  expect([status, said]).toEqual([1, expect.stringContaining('does not run with NODE_ENV=production')])
})
