import { expect, test } from 'vitest'
import { createUserSigner } from '../src/index.ts'

const options = { sdkAppId: 1400000000, secretKey: 'a key of these tests' }
const DAY = 86_400
const YEAR = 365 * DAY

test.each([0.5, 1, 2, 12, 24, 7 * 24, 30 * 24])('%d hours in milliseconds are refused as such', (hours) => {
  const expire = hours * 3_600_000
  expect(() => createUserSigner({ ...options, expire })).toThrow(/looks like milliseconds/)
  expect(() => createUserSigner(options).genUserSig('alice', { expire })).toThrow(/looks like milliseconds/)
})

test.each([60, 3600, 604_800, 30 * DAY, 180 * DAY, YEAR, 10 * YEAR, 25 * YEAR, 50 * YEAR])(
  '%d seconds are signed',
  (expire) => {
    const signer = createUserSigner(options)
    expect(signer.verifyUserSig(signer.genUserSig('alice', { expire })).expire).toBe(expire)
  },
)
