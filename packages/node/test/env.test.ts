import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { OTHER_SECRET_KEY, SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner, UserSigError } from '@usersig/core'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createUserSignerFromEnv, type EnvSignerOptions } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'usersig-'))
const APP = { USERSIG_SDKAPPID: String(SDK_APP_ID) }
const ENV = { ...APP, USERSIG_SECRETKEY: SECRET_KEY }

const current = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const previous = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: OTHER_SECRET_KEY })

afterAll(() => rmSync(folder, { recursive: true }))

let files = 0

/** The variables with a file of this content as the key. */
function withFile(content: string | Uint8Array): Record<string, string> {
  const path = join(folder, `key-${files++}`)
  writeFileSync(path, content)
  return { ...APP, USERSIG_SECRETKEY_FILE: path }
}

function errorOf(env: Record<string, string>, options?: EnvSignerOptions): UserSigError {
  try {
    createUserSignerFromEnv(options, env)
  } catch (error) {
    if (error instanceof UserSigError) return error
    throw error
  }
  return expect.fail('no error')
}

describe('createUserSignerFromEnv', () => {
  test('reads process.env', () => {
    for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value)
    const signer = createUserSignerFromEnv()
    vi.unstubAllEnvs()
    expect(signer.sdkAppId).toBe(SDK_APP_ID)
    expect(current.verifyUserSig(signer.genUserSig('alice')).expire).toBe(604_800)
  })

  test('takes the other options of a signer', () => {
    const signer = createUserSignerFromEnv({ userIdRule: 'trtc', now: () => 1_790_000_000 }, ENV)
    const ticket = signer.genUserSig('alice')
    expect(current.verifyUserSig(ticket, { now: 1_790_000_000 }).issuedAt).toBe(1_790_000_000)
    expect(() => signer.genUserSig('a b')).toThrow(expect.objectContaining({ code: 'invalid_user_id' }))
  })

  test('lets USERSIG_EXPIRE have the last word on the lifetime', () => {
    const expire = (options: EnvSignerOptions, env: object) =>
      current.verifyUserSig(createUserSignerFromEnv(options, { ...ENV, ...env }).genUserSig('alice')).expire
    expect(expire({}, { USERSIG_EXPIRE: '3600' })).toBe(3600)
    expect(expire({ expire: 60 }, { USERSIG_EXPIRE: '3600' })).toBe(3600)
    expect(expire({ expire: 60 }, { USERSIG_EXPIRE: '' })).toBe(60)
  })

  test.each([
    ['a variable', { ...ENV, USERSIG_SECRETKEY: `${SECRET_KEY},${OTHER_SECRET_KEY}` }],
    ['a file', withFile(`${SECRET_KEY}\n${OTHER_SECRET_KEY}\n`)],
    ['a file of Windows', withFile(`${SECRET_KEY}\r\n${OTHER_SECRET_KEY}\r\n`)],
  ])('takes several keys from %s: the first signs, every one verifies', (_name, env) => {
    const signer = createUserSignerFromEnv({}, env)
    expect(current.verifyUserSig(signer.genUserSig('alice')).userId).toBe('alice')
    expect(signer.verifyUserSig(previous.genUserSig('bob')).userId).toBe('bob')
  })

  test.each([SECRET_KEY, `${SECRET_KEY}\n`, `${SECRET_KEY}\r\n`])('takes one key from a file: %j', (content) => {
    const signer = createUserSignerFromEnv({}, withFile(content))
    expect(current.verifyUserSig(signer.genUserSig('alice')).userId).toBe('alice')
  })

  test('takes an empty variable for one that is not set', () => {
    expect(createUserSignerFromEnv({}, { ...withFile(SECRET_KEY), USERSIG_SECRETKEY: '' }).sdkAppId).toBe(SDK_APP_ID)
  })

  test('refuses what the environment has to say, in the options', () => {
    for (const name of ['sdkAppId', 'secretKey', 'mac']) {
      expect(() => createUserSignerFromEnv({ [name]: 1 } as EnvSignerOptions, ENV)).toThrow(TypeError)
    }
  })
})

describe('an error names the variable', () => {
  const noFile = join(folder, 'missing')

  test.each<[string, Record<string, string>, string, RegExp]>([
    ['no SDKAppID', { USERSIG_SECRETKEY: SECRET_KEY }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not set/],
    ['an empty one', { ...ENV, USERSIG_SDKAPPID: '' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not set/],
    ['a word', { ...ENV, USERSIG_SDKAPPID: 'abc' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not a whole number/],
    ['a hex number', { ...ENV, USERSIG_SDKAPPID: '0x10' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is not/],
    ['zero', { ...ENV, USERSIG_SDKAPPID: '0' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID: .*from 1/],
    ['2^32', { ...ENV, USERSIG_SDKAPPID: '4294967296' }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID: .*4294967295/],
    ['no key', APP, 'invalid_secret_key', /^USERSIG_SECRETKEY is not set, nor is USERSIG_SECRETKEY_FILE/],
    ['both keys', { ...withFile(SECRET_KEY), USERSIG_SECRETKEY: SECRET_KEY }, 'invalid_secret_key', /both set/],
    [
      'a padded key',
      { ...ENV, USERSIG_SECRETKEY: ` ${SECRET_KEY}` },
      'invalid_secret_key',
      /^USERSIG_SECRETKEY: .*space/,
    ],
    ['a padded list', { ...ENV, USERSIG_SECRETKEY: `${SECRET_KEY}, ${SECRET_KEY}` }, 'invalid_secret_key', /\[1\]/],
    ['a comma too many', { ...ENV, USERSIG_SECRETKEY: `${SECRET_KEY},` }, 'invalid_secret_key', /\[1\] is empty/],
    ['no file', { ...APP, USERSIG_SECRETKEY_FILE: noFile }, 'invalid_secret_key', /_FILE names .*missing.* ENOENT$/],
    ['a folder', { ...APP, USERSIG_SECRETKEY_FILE: folder }, 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE .*EISDIR$/],
    ['an empty file', withFile(''), 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE \(.*key-\d+\): .*is empty/],
    [
      'two line breaks',
      withFile(`${SECRET_KEY}\n\n`),
      'invalid_secret_key',
      /^USERSIG_SECRETKEY_FILE .*\[1\] is empty/,
    ],
    ['a byte order mark', withFile(`\ufeff${SECRET_KEY}`), 'invalid_secret_key', /^USERSIG_SECRETKEY_FILE .*space/],
    [
      'UTF-16',
      withFile(Buffer.from(`\ufeff${SECRET_KEY}`, 'utf16le')),
      'invalid_secret_key',
      /_FILE .*not a text in UTF-8/,
    ],
    [
      'a PEM key',
      { ...ENV, USERSIG_SECRETKEY: '-----BEGIN PRIVATE KEY-----' },
      'invalid_secret_key',
      /^USERSIG_.* PEM/,
    ],
    ['a key as the path', { ...APP, USERSIG_SECRETKEY_FILE: SECRET_KEY }, 'invalid_secret_key', /_FILE holds .* a key/],
    ['a key as the SDKAppID', { ...ENV, USERSIG_SDKAPPID: SECRET_KEY }, 'invalid_sdk_app_id', /^USERSIG_SDKAPPID is/],
    ['a key as the lifetime', { ...ENV, USERSIG_EXPIRE: SECRET_KEY }, 'invalid_expire', /^USERSIG_EXPIRE is not/],
    ['a lifetime with a unit', { ...ENV, USERSIG_EXPIRE: '7d' }, 'invalid_expire', /^USERSIG_EXPIRE is not a whole/],
    ['milliseconds', { ...ENV, USERSIG_EXPIRE: '86400000000' }, 'invalid_expire', /^USERSIG_EXPIRE: .*divide by 1000/],
  ])('%s', (_name, env, code, message) => {
    const error = errorOf(env)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^USERSIG_/)
    expect(error.message).toMatch(message)
    expect(inspect(error) + JSON.stringify(error)).not.toContain(SECRET_KEY)
  })

  test('but not where the option is at fault', () => {
    expect(errorOf(ENV, { expire: -1 }).message).toMatch(/^expire is -1/)
  })
})
