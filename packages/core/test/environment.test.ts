import { expect, test } from 'vitest'
import { credentialsFrom } from '../src/endpoint/credentials.ts'

const HOW = 'Write it into .env.'
const both = { USERSIG_SDKAPPID: '1400000000', USERSIG_SECRETKEY: 'one' }

test('the key and the application come from two variables; commas part several keys', () => {
  expect(credentialsFrom(both, HOW)).toEqual({ sdkAppId: 1400000000, secretKey: 'one' })
  expect(credentialsFrom({ ...both, USERSIG_SECRETKEY: 'new,old' }, HOW).secretKey).toEqual(['new', 'old'])
  expect(credentialsFrom({ ...both, USERSIG_SDKAPPID: 1400000000 }, HOW).sdkAppId).toBe(1400000000)
})

test.each([
  [undefined, 'invalid_secret_key', /there is no key/],
  [{}, 'invalid_secret_key', /there is no key.*\.env/],
  [{ ...both, USERSIG_SDKAPPID: '' }, 'invalid_sdk_app_id', /SDKAPPID is not set.*\.env/],
  [{ ...both, USERSIG_SECRETKEY: null }, 'invalid_secret_key', /SECRETKEY is not set.*\.env/],
  [{ ...both, USERSIG_SDKAPPID: 'one' }, 'invalid_sdk_app_id', /digits only/],
  [{ ...both, USERSIG_SECRETKEY: { get: () => 'one' } }, 'invalid_secret_key', /pass credentials as a function/],
])('%j is refused by name', (environment, code, message) => {
  expect(() => credentialsFrom(environment, HOW)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  )
})
