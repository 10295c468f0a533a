import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { inspect } from 'node:util'
import { OTHER_SECRET_KEY, SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner, UserSigError } from '@usersig/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Api } from '../src/compat.ts'

type Method = Exclude<keyof Api, 'sdkappid'>
type Official = new (sdkappid: number, key: string) => Pick<Api, Method>
const { Api: OfficialApi } = createRequire(import.meta.url)('tls-sig-api-v2') as { Api: Official }

/** What a program in JavaScript may pass by mistake. */
type Untyped = Record<Method, (...args: unknown[]) => string>

const LAST_EXPIRE = 1_576_800_000
const NOW = 1_795_000_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const bytes = (text: string) => new TextEncoder().encode(text).length
const edges = (min: number, max: number) =>
  fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max, 2 ** 31 - 1, 2 ** 31))

const sdkAppIds = edges(1, 2 ** 32 - 1)
const userIds = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 32, unit: 'grapheme-ascii' }),
    fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' }),
    fc.constantFrom('"', '\\', 'a"b\\c', '</script>', "it's", ' ', 'ü', '用户', '😀', 'é'.repeat(16), 'x'.repeat(32)),
  )
  .filter((userId) => bytes(userId) <= 32 && !/[\p{Cc}\u2028\u2029]/u.test(userId))
const keys = fc.constantFrom(SECRET_KEY, OTHER_SECRET_KEY, 'k', 'ключ', 'x'.repeat(65), 'x'.repeat(200))
// Together with the latest time they reach to the last second that a record can hold.
const expires = fc.oneof(fc.integer({ min: 1, max: 1_294_967_295 }), fc.constantFrom(1, 86_400, 1_294_967_295))
const times = fc.integer({ min: 0, max: 3_000_000_000_999 })
const privileges = fc.integer({ min: 0, max: 255 })
const rooms = edges(1, 2 ** 32 - 2)
const stringRooms = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' }),
    fc.string({ minLength: 1, maxLength: 16, unit: 'grapheme' }),
    fc.constantFrom('1', 'room "1"', '房间', 'x'.repeat(64)),
  )
  .filter((room) => bytes(room) <= 64)
const userBufs = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 1024 }),
  fc.uint8Array({ minLength: 1, maxLength: 1024 }).map((array) => Buffer.from(array)),
  fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }).filter((text) => bytes(text) <= 1024),
  fc.constantFrom(null, undefined),
)

/** Both classes for the same application, at the same moment. */
function pair(sdkAppId: number, key: string, time: number) {
  vi.setSystemTime(time)
  return [new Api(sdkAppId, key), new OfficialApi(sdkAppId, key)] as const
}

describe('writes the same string as tls-sig-api-v2', () => {
  test('genUserSig', () => {
    fc.assert(
      fc.property(sdkAppIds, keys, times, userIds, expires, (sdkAppId, key, time, userId, expire) => {
        const [ours, official] = pair(sdkAppId, key, time)
        expect(ours.genUserSig(userId, expire)).toBe(official.genUserSig(userId, expire))
      }),
      { numRuns: 1000 },
    )
  })

  test('genSig with a user buffer', () => {
    fc.assert(
      fc.property(
        sdkAppIds,
        keys,
        times,
        userIds,
        expires,
        userBufs,
        (sdkAppId, key, time, userId, expire, userBuf) => {
          const [ours, official] = pair(sdkAppId, key, time)
          expect(ours.genSig(userId, expire, userBuf)).toBe(official.genSig(userId, expire, userBuf))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('genPrivateMapKey', () => {
    fc.assert(
      fc.property(
        sdkAppIds,
        keys,
        times,
        userIds,
        expires,
        rooms,
        privileges,
        (id, key, time, userId, expire, room, map) => {
          const [ours, official] = pair(id, key, time)
          expect(ours.genPrivateMapKey(userId, expire, room, map)).toBe(
            official.genPrivateMapKey(userId, expire, room, map),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('genPrivateMapKeyWithStringRoomID', () => {
    fc.assert(
      fc.property(
        sdkAppIds,
        keys,
        times,
        userIds,
        expires,
        stringRooms,
        privileges,
        (id, key, time, userId, expire, room, map) => {
          const [ours, official] = pair(id, key, time)
          expect(ours.genPrivateMapKeyWithStringRoomID(userId, expire, room, map)).toBe(
            official.genPrivateMapKeyWithStringRoomID(userId, expire, room, map),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('for every privilege map, and the longest lifetimes', () => {
    const [ours, official] = pair(SDK_APP_ID, SECRET_KEY, NOW * 1000 + 999)
    for (let map = 0; map <= 255; map++) {
      expect(ours.genPrivateMapKey('alice', 1, 1, map)).toBe(official.genPrivateMapKey('alice', 1, 1, map))
    }
    expect(ours.genUserSig('alice', LAST_EXPIRE)).toBe(official.genUserSig('alice', LAST_EXPIRE))
    vi.setSystemTime((2 ** 32 - 1 - LAST_EXPIRE) * 1000)
    expect(ours.genPrivateMapKey('alice', LAST_EXPIRE, 1, 1)).toBe(
      official.genPrivateMapKey('alice', LAST_EXPIRE, 1, 1),
    )
  })
})

test('the core reads what it writes', () => {
  const api = new Api(SDK_APP_ID, SECRET_KEY)
  const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
  expect(signer.verifyUserSig(api.genUserSig('用户', 60)).userId).toBe('用户')
  const privateMapKey = api.genPrivateMapKeyWithStringRoomID('用户', 60, 'lobby', 42)
  expect(signer.verifyPrivateMapKey(privateMapKey, { strRoomId: 'lobby' }).room.privilegeMap).toBe(42)
})

describe('refuses', () => {
  const api = new Api(SDK_APP_ID, SECRET_KEY) as unknown as Untyped
  const create = (sdkappid: unknown, key: unknown) => new Api(sdkappid as number, key as string)

  test.each([undefined, null, 'abc', '0x10', 0, -1, 1.5, Number.NaN, 2 ** 32, 1400000000n, {}])(
    'the SDKAppID %o',
    (sdkappid) => {
      expect(() => create(sdkappid, SECRET_KEY)).toThrow(UserSigError)
      expect(() => create(sdkappid, SECRET_KEY)).toThrow(expect.objectContaining({ code: 'invalid_sdk_app_id' }))
    },
  )

  test('no SDKAppID in digits, as an environment holds it, but signs it as the number', () => {
    const fromText = create('1400000000', SECRET_KEY)
    expect([fromText.sdkappid, fromText.genUserSig('alice', 60)]).toEqual([1400000000, api.genUserSig('alice', 60)])
  })

  test.each([undefined, null, '', ' ', `${SECRET_KEY}\n`, 5, [SECRET_KEY], Buffer.from(SECRET_KEY)])(
    'the key %#',
    (key) => {
      expect(() => create(SDK_APP_ID, key)).toThrow(expect.objectContaining({ code: 'invalid_secret_key' }))
    },
  )

  test('a PEM key of the old scheme', () => {
    expect(() => create(SDK_APP_ID, '-----BEGIN PRIVATE KEY-----\nMIG…')).toThrow(/PEM key of the old ECDSA scheme/)
  })

  const CALLS: Record<string, (userid: unknown, expire: unknown) => string> = {
    genSig: (userid, expire) => api.genSig(userid, expire),
    genUserSig: (userid, expire) => api.genUserSig(userid, expire),
    genPrivateMapKey: (userid, expire) => api.genPrivateMapKey(userid, expire, 1, 255),
    genPrivateMapKeyWithStringRoomID: (userid, expire) =>
      api.genPrivateMapKeyWithStringRoomID(userid, expire, '1', 255),
  }

  describe.each(Object.entries(CALLS))('%s', (_name, call) => {
    test.each([undefined, null, '', 5, {}, ['alice'], 'x'.repeat(33), '用'.repeat(11), 'a\nb', '\u0000', '\ud800'])(
      'the UserID %j',
      (userid) => {
        expect(() => call(userid, 60)).toThrow(UserSigError)
        expect(() => call(userid, 60)).toThrow(expect.objectContaining({ code: 'invalid_user_id' }))
      },
    )

    test.each([
      undefined,
      null,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      0,
      -1,
      1.5,
      '86400',
      'abc',
      60n,
      NOW,
      NOW * 1000,
    ])('the lifetime %o', (expire) => {
      expect(() => call('alice', expire)).toThrow(expect.objectContaining({ code: 'invalid_expire' }))
    })
  })

  test.each([undefined, null, 0, -1, 1.5, Number.NaN, '1', 2 ** 32 - 1, 2 ** 32, {}])('the numeric room %o', (room) => {
    expect(() => api.genPrivateMapKey('alice', 60, room, 255)).toThrow(
      expect.objectContaining({ code: 'invalid_room' }),
    )
  })

  test.each([undefined, null, '', 1, 'x'.repeat(65), '房'.repeat(22), '\ud800', {}])('the string room %o', (room) => {
    expect(() => api.genPrivateMapKeyWithStringRoomID('alice', 60, room, 255)).toThrow(
      expect.objectContaining({ code: 'invalid_room' }),
    )
  })

  test.each([undefined, null, -1, 256, 1.5, Number.NaN, '255', 'all', ['enterRoom'], {}])('the rights %o', (map) => {
    const refusal = expect.objectContaining({ code: 'invalid_privileges' })
    expect(() => api.genPrivateMapKey('alice', 60, 1, map)).toThrow(refusal)
    expect(() => api.genPrivateMapKeyWithStringRoomID('alice', 60, '1', map)).toThrow(refusal)
  })

  test.each([0, 5, {}, [1], '', new Uint8Array(), new Uint8Array(1025), new ArrayBuffer(4)])(
    'the user buffer %o',
    (userBuf) => {
      expect(() => api.genSig('alice', 60, userBuf)).toThrow(expect.objectContaining({ code: 'invalid_user_buf' }))
    },
  )

  test('rights that would hold beyond what a record can say', () => {
    vi.setSystemTime((2 ** 32 - 60) * 1000)
    expect(() => api.genPrivateMapKey('alice', 60, 1, 255)).toThrow(expect.objectContaining({ code: 'invalid_expire' }))
    expect(api.genPrivateMapKey('alice', 59, 1, 255)).toMatch(/^eJ/)
  })
})

test('shows no key', () => {
  const api = new Api(SDK_APP_ID, SECRET_KEY)
  expect(inspect(api, { showHidden: true, depth: 9 }) + JSON.stringify(api)).not.toContain(SECRET_KEY)
})

test('is loaded by require()', () => {
  const program = `
    const { Api } = require('@usersig/node/compat')
    process.stdout.write(new Api(${SDK_APP_ID}, '${SECRET_KEY}').genUserSig('alice', 60))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: new URL('.', import.meta.url),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  vi.useRealTimers()
  const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
  expect(signer.verifyUserSig(stdout).userId).toBe('alice')
})
