import { expect, test, vi } from 'vitest'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
// What was said is said once for a process.
vi.resetModules()
const { credentialsFrom } = await import('../src/endpoint/credentials.ts')

const HOW = 'Write it into .env.'
const both = { USERSIG_SDKAPPID: '1400000000', USERSIG_SECRETKEY: 'one' }

test('a key of another form is warned of once, and not shown', () => {
  const key = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
  credentialsFrom({ ...both, USERSIG_SECRETKEY: `${key},${key}` }, HOW)
  expect(warn).not.toHaveBeenCalled()
  for (const wrong of [key.toUpperCase(), key.slice(1), `"${key}"`]) {
    credentialsFrom({ ...both, USERSIG_SECRETKEY: wrong }, HOW)
  }
  expect(warn.mock.calls).toEqual([[expect.stringContaining('64 lower-case hexadecimal digits')]])
  expect(warn.mock.calls.join()).not.toMatch(/5bd2/i)
})

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
  [{ SDKAPPID: '1400000000', SECRETKEY: 'one' }, 'invalid_sdk_app_id', /SDKAPPID is not set, but SDKAPPID is: did you/],
  [
    { ...both, USERSIG_SECRETKEY: '', SECRET_KEY: 'one', SECRET: 'two' },
    'invalid_secret_key',
    /, but SECRET_KEY is: did/,
  ],
  [{ ...both, USERSIG_SECRETKEY: '', AWS_SECRET_ACCESS_KEY: 'one' }, 'invalid_secret_key', /SECRETKEY is not set\. /],
  [{ ...both, USERSIG_SDKAPPID: '14000000001' }, 'invalid_sdk_app_id', /too large: it is at most 4294967295/],
  [{ ...both, USERSIG_SDKAPPID: 'one' }, 'invalid_sdk_app_id', /digits only/],
  [{ ...both, USERSIG_SECRETKEY: { get: () => 'one' } }, 'invalid_secret_key', /pass credentials as a function/],
])('%j is refused by name', (environment, code, message) => {
  expect(() => credentialsFrom(environment, HOW)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  )
})

test('variables that may not be listed are not looked through', () => {
  const closed = new Proxy<Record<string, unknown>>(
    {},
    {
      ownKeys: () => {
        throw new Error('NotCapable')
      },
    },
  )
  expect(() => credentialsFrom(closed, HOW)).toThrow(/there is no key/)
})
