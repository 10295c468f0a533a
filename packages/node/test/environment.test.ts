import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { OTHER_SECRET_KEY, SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner, UserSigError } from '@usersig/core'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { signerFromEnvironment } from '../src/environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'usersig-'))
const APP = { USERSIG_SDKAPPID: String(SDK_APP_ID) }
const ENV = { ...APP, USERSIG_SECRETKEY: SECRET_KEY }

const current = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const previous = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: OTHER_SECRET_KEY })

afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0

/** The variables with a file of this content as the key. */
function withFile(content: string | Uint8Array, mode = 0o600): Record<string, string> {
  const path = join(folder, `key-${files++}`)
  writeFileSync(path, content)
  chmodSync(path, mode)
  return { ...APP, USERSIG_SECRETKEY_FILE: path }
}

function errorOf(env: Record<string, string>): UserSigError {
  try {
    signerFromEnvironment(undefined, env)
  } catch (error) {
    if (error instanceof UserSigError) return error
    throw error
  }
  return expect.fail('no error')
}

describe('the key of the environment', () => {
  test('is read from process.env', () => {
    for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value)
    const signer = signerFromEnvironment()
    vi.unstubAllEnvs()
    expect(current.verifyUserSig(signer.genUserSig('alice')).expire).toBe(604_800)
  })

  test.each([
    ['a variable', { ...ENV, USERSIG_SECRETKEY: `${SECRET_KEY},${OTHER_SECRET_KEY}` }],
    ['a file', withFile(`${SECRET_KEY}\n${OTHER_SECRET_KEY}\n`)],
    ['a file of Windows', withFile(`${SECRET_KEY}\r\n${OTHER_SECRET_KEY}\r\n`)],
  ])('may be several in %s: the first signs, every one verifies', (_name, env) => {
    const signer = signerFromEnvironment(undefined, env)
    expect(current.verifyUserSig(signer.genUserSig('alice')).userId).toBe('alice')
    expect(signer.verifyUserSig(previous.genUserSig('bob')).userId).toBe('bob')
  })

  test.each([SECRET_KEY, `${SECRET_KEY}\n`, `${SECRET_KEY}\r\n`])('may be alone in a file: %j', (content) => {
    const signer = signerFromEnvironment(undefined, withFile(content))
    expect(current.verifyUserSig(signer.genUserSig('alice')).userId).toBe('alice')
  })

  test('in an empty variable counts as not set', () => {
    expect(signerFromEnvironment(undefined, { ...withFile(SECRET_KEY), USERSIG_SECRETKEY: '' }).sdkAppId).toBe(
      SDK_APP_ID,
    )
  })

  test.skipIf(process.platform === 'win32')('in a file that every user can read is warned of', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
    signerFromEnvironment(undefined, withFile(SECRET_KEY, 0o640))
    expect(warned).not.toHaveBeenCalled()
    const env = withFile(SECRET_KEY, 0o644)
    signerFromEnvironment(undefined, env)
    expect(warned.mock.calls).toEqual([[expect.stringContaining(`${env['USERSIG_SECRETKEY_FILE']}: run chmod o-r`)]])
    expect(String(warned.mock.calls)).not.toContain(SECRET_KEY)
  })
})

describe('an error names the variable', () => {
  const noFile = join(folder, 'missing')

  test.each<[string, Record<string, string>, string, RegExp]>([
    ['no SDKAppID', { USERSIG_SECRETKEY: SECRET_KEY }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not set.*env-file/],
    ['an empty one', { ...ENV, USERSIG_SDKAPPID: '' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not set/],
    ['a word', { ...ENV, USERSIG_SDKAPPID: 'abc' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not a number/],
    ['a hex number', { ...ENV, USERSIG_SDKAPPID: '0x10' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not/],
    [
      'digits too many',
      { ...ENV, USERSIG_SDKAPPID: '14000000001234' },
      'invalid_sdk_app_id',
      /^USERSIG_SDKAPPID is too large: .*4294967295/,
    ],
    [
      'an SDKAppID under a near name',
      { USERSIG_SECRETKEY: SECRET_KEY, USERSIG_SDKAPP_ID: '1400000000' },
      'invalid_sdk_app_id',
      /^USERSIG_SDKAPPID is not set, but USERSIG_SDKAPP_ID is: did you mean USERSIG_SDKAPPID\? Write the variables/,
    ],
    [
      'a key under a near name',
      { ...APP, USERSIG_SECRET_KEY: SECRET_KEY },
      'invalid_secret_key',
      /^USERSIG_SECRETKEY is not set, but USERSIG_SECRET_KEY is: did you mean USERSIG_SECRETKEY\?/,
    ],
    [
      'no key, beside variables of other things',
      { ...APP, PATH: '/bin', USERSIG_PORT: '3000', SECRET_TOKEN: 'x', USERSIG_SECRETKEY_FILE: '' },
      'invalid_secret_key',
      /^USERSIG_SECRETKEY is not set\. Write the variables/,
    ],
    ['zero', { ...ENV, USERSIG_SDKAPPID: '0' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID: /],
    ['2^32', { ...ENV, USERSIG_SDKAPPID: '4294967296' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID: .*4294967295/],
    ['no key', APP, 'invalid_secret_key', /^USERSIG_SECRETKEY is not set.*env-file/],
    ['both keys', { ...withFile(SECRET_KEY), USERSIG_SECRETKEY: SECRET_KEY }, 'invalid_secret_key', /both set/],
    [
      'a padded key',
      { ...ENV, USERSIG_SECRETKEY: ` ${SECRET_KEY}` },
      'invalid_secret_key',
      /^USERSIG_SECRETKEY: .*space/,
    ],
    ['a comma too many', { ...ENV, USERSIG_SECRETKEY: `${SECRET_KEY},` }, 'invalid_secret_key', /\[1\] is empty/],
    ['no file', { ...APP, USERSIG_SECRETKEY_FILE: noFile }, 'invalid_secret_key', /_FILE names .*missing.* ENOENT$/],
    ['a folder', { ...APP, USERSIG_SECRETKEY_FILE: folder }, 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE .*EISDIR$/],
    ['an endless file', { ...APP, USERSIG_SECRETKEY_FILE: '/dev/zero' }, 'invalid_secret_key', /_FILE .*too large/],
    ['an empty file', withFile(''), 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE names .*which is empty$/],
    ['two line breaks', withFile(`${SECRET_KEY}\n\n`), 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE.*\[1\] is empty/],
    ['a byte order mark', withFile(`\ufeff${SECRET_KEY}`), 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE.*space/],
    ['UTF-16', withFile(Buffer.from(`\ufeff${SECRET_KEY}`, 'utf16le')), 'invalid_secret_key', /_FILE .*text in UTF-8/],
    ['a key as the path', { ...APP, USERSIG_SECRETKEY_FILE: SECRET_KEY }, 'invalid_secret_key', /_FILE holds .* a key/],
    [
      'a key in a path',
      { ...APP, USERSIG_SECRETKEY_FILE: `/run/${SECRET_KEY.slice(0, 34)}.txt` },
      'invalid_secret_key',
      /_FILE holds .* a key/,
    ],
    ['a key as the SDKAppID', { ...ENV, USERSIG_SDKAPPID: SECRET_KEY }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is/],
  ])('%s', (_name, env, code, message) => {
    const error = errorOf(env)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^USERSIG_/)
    expect(error.message).toMatch(message)
    expect(inspect(error) + JSON.stringify(error)).not.toContain(SECRET_KEY.slice(0, 32))
  })
})
