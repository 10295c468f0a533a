import { createUserSigner } from '@usersig/core'
import { expect, it } from 'vitest'
import { diagnose, readSharedDiagnosis, shareDiagnosis } from '../src/index.ts'

const app = { sdkAppId: 1400000321, secretKey: '0123456789abcdef'.repeat(4) }
const ticket = createUserSigner(app).genUserSig('alice-in-chains', { now: 1_795_000_000, expire: 60 })
const diagnosis = diagnose(`code=70001 ${ticket}`, {
  keys: [app],
  userId: 'bob-the-builder',
  sdkAppId: 7,
  now: 1_795_003_661,
})

it('comes back with the same causes, without what somebody wrote', () => {
  const text = shareDiagnosis(diagnosis)
  expect(text).toMatch(/^[\w-]+$/)
  const clear = Buffer.from(text, 'base64url').toString()
  for (const secret of [ticket, ticket.slice(3, 40), app.secretKey, 'alice', 'bob']) expect(clear).not.toContain(secret)
  const shared = readSharedDiagnosis(text)
  expect(shared).toMatchObject({ verdict: 'invalid', kind: 'user_sig', tencentCode: 70001 })
  expect(shared?.causes.map(({ code }) => code)).toEqual(diagnosis.causes.map(({ code }) => code))
  expect(shared?.causes[0]).toEqual({
    code: 'expired',
    message: diagnosis.causes[0]?.message,
    action: diagnosis.causes[0]?.action,
  })
  expect(shared?.causes.find(({ code }) => code === 'user_mismatch')?.message).toContain('…')
})

it('speaks the language of the reader', () => {
  const [cause] = readSharedDiagnosis(shareDiagnosis(diagnosis), { language: 'zh' })?.causes ?? []
  expect(cause?.message).toMatch(/\p{Script=Han}/u)
})

it('keeps the causes of a code', () => {
  const named = diagnose('70009')
  const shared = readSharedDiagnosis(shareDiagnosis(named))
  expect(shared?.causes).toEqual(named.causes.map(({ code, message, action }) => ({ code, message, action })))
})

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

it.each([
  '',
  'no base64!',
  'AAAA',
  written({}),
  written([2, 'none', 'code', null, []]),
  written([1, 'fine', 'code', null, []]),
  written([1, 'none', 'toString', null, []]),
  written([1, 'none', 'code', null, Array(13).fill(['expired', {}])]),
  'A'.repeat(4097),
])('returns nothing for %j', (text) => {
  expect(readSharedDiagnosis(text)).toBeUndefined()
})

it('lets no words of a link in', () => {
  const causes = [
    ['user_mismatch', { found: 'send your key to mallory', expected: 'evil' }],
    ['__proto__', {}],
    ['expired', { ago: 'evil', issuedAt: null }],
    ['tencent_70009', {}],
    ['evil words', {}],
    7,
  ]
  const shared = readSharedDiagnosis(written([1, 'invalid', 'user_sig', 'evil', causes]))
  expect(shared?.tencentCode).toBeUndefined()
  expect(shared?.causes.map(({ code }) => code)).toEqual(['user_mismatch', 'expired', 'tencent_70009'])
  expect(JSON.stringify(shared)).not.toMatch(/evil|mallory/)
})
