import type { UserSigErrorCode } from '../../src/index.ts'
import type { Case, Lib } from './case.ts'
import { equal, misuse, ok, refuses } from './check.ts'
import { APP, KEY, NOW, signer } from './setting.ts'

type Bad = readonly [value: unknown, phrase: string]

/** One case for each value of a table. */
function table(what: string, code: UserSigErrorCode, rows: readonly Bad[], use: (lib: Lib, value: never) => unknown) {
  return rows.map(
    ([value, phrase]): Case => ({
      name: `${what} ${name(value)} is refused`,
      run: (lib) => void refuses(lib, code, () => use(lib, value as never), phrase),
    }),
  )
}

function misuseTable(what: string, rows: readonly Bad[], use: (lib: Lib, value: never) => unknown) {
  return rows.map(
    ([value, phrase]): Case => ({
      name: `${what} ${name(value)} is a TypeError: ${phrase}`,
      run: (lib) => misuse(() => use(lib, value as never), phrase),
    }),
  )
}

function name(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'symbol' || typeof value === 'number' || value === undefined) return String(value)
  const text = JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each))
  return (text ?? String(value)).slice(0, 60)
}

const WRONG_TYPES = [undefined, null, true, {}, [], () => 1, Symbol('s'), 5n]

const wrongTypes = (phrase: string): Bad[] => WRONG_TYPES.map((value) => [value, phrase])

const sdkAppIds = table(
  'sdkAppId',
  'invalid_sdk_app_id',
  [
    ...wrongTypes('must be an integer from 1 to 4294967295'),
    [undefined, 'set the environment variable USERSIG_SDKAPPID'],
    ['', 'set the environment variable USERSIG_SDKAPPID'],
    [
      '1,400,000,000',
      'is "1,400,000,000", but must be an integer from 1 to 4294967295, as a number or in its decimal digits',
    ],
    ['\uff11\uff14', 'in its decimal digits alone'],
    ['0x53724e00', 'in its decimal digits alone'],
    [' 14 ', 'in its decimal digits alone'],
    ['14\n', 'in its decimal digits alone'],
    ['1e9', 'in its decimal digits alone'],
    ['+14', 'in its decimal digits alone'],
    ['014', 'in its decimal digits alone'],
    ['14.0', 'in its decimal digits alone'],
    ['0', 'in its decimal digits alone'],
    ['4294967296', 'in its decimal digits alone'],
    ['14000000001', 'in its decimal digits alone'],
    ['x'.repeat(5_000_000), 'is a long text'],
    [KEY, 'is a long text'],
    [Number.NaN, 'NaN'],
    [0, 'is 0'],
    [-0, 'is 0'],
    [-1, 'is -1'],
    [1.5, 'is 1.5'],
    [2 ** 32, 'is 4294967296'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ],
  (lib, sdkAppId) => lib.createUserSigner({ sdkAppId, secretKey: KEY }),
)

const secretKeys = table(
  'secretKey',
  'invalid_secret_key',
  [
    ...WRONG_TYPES.filter((value) => value !== undefined && !Array.isArray(value)).map(
      (value): Bad => [value, 'must be a string'],
    ),
    [undefined, 'set the environment variable USERSIG_SECRETKEY to the SDKSecretKey'],
    [123, 'secretKey is a value of type number'],
    ['', 'secretKey is empty'],
    [[], 'empty array'],
    [[''], 'secretKey[0] is empty'],
    [[KEY, undefined], 'secretKey[1] is undefined'],
    [new Array(1), 'secretKey[0] is undefined'],
    [[KEY, ` ${KEY}`], 'secretKey[1] begins or ends with white space'],
    [new Uint8Array(32), 'a value of type object'],
    [` ${KEY}`, 'begins or ends with white space'],
    [`${KEY}\n`, 'begins or ends with white space'],
    [`\ufeff${KEY}`, 'begins or ends with white space'],
    [`${KEY}\u00a0`, 'begins or ends with white space'],
    ['-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n', 'upgrade the application to HMAC-SHA256'],
    ['\n-----BEGIN EC PRIVATE KEY-----', 'PEM key of the old ECDSA scheme'],
    [`${'0a'.repeat(32)},${'1b'.repeat(32)}`, 'pass an array of them'],
    ['half \ud800', 'not well-formed Unicode'],
    ['x'.repeat(5_000_000), 'has 5000000 characters'],
  ],
  (lib, secretKey) => lib.createUserSigner({ sdkAppId: APP, secretKey }),
)

const BAD_EXPIRES: Bad[] = [
  [null, 'is null'],
  [true, 'is true'],
  [{}, 'an object'],
  [[], 'an array'],
  ['86400', 'is "86400"'],
  ['86400\nTLS.userbuf:AAAA', 'must be an integer number of seconds'],
  [86400n, 'the BigInt 86400'],
  [Number.NaN, 'NaN'],
  [0, 'is 0'],
  [-1, 'is -1'],
  [0.5, 'is 0.5'],
  [86_400_000, 'looks like milliseconds, but expire is in seconds: pass 86400'],
  [3_600_000, 'looks like milliseconds, but expire is in seconds: pass 3600'],
  [1_576_800_001, 'from 1 to 1576800000 (50 years)'],
  [NOW + 86400, 'looks like a point in time'],
  [NOW * 1000, 'looks like milliseconds'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
]

const expires = [
  ...table('expire of a signer', 'invalid_expire', BAD_EXPIRES, (lib, expire) =>
    lib.createUserSigner({ sdkAppId: APP, secretKey: KEY, expire }),
  ),
  ...table('expire of a UserSig', 'invalid_expire', BAD_EXPIRES, (lib, expire) =>
    signer(lib).genUserSig('alice', { expire }),
  ),
  ...table('expire of a PrivateMapKey', 'invalid_expire', BAD_EXPIRES, (lib, expire) =>
    signer(lib).genPrivateMapKey('alice', { roomId: 1, expire }),
  ),
]

const BAD_TIMES: Bad[] = [
  [null, 'is null'],
  [true, 'is true'],
  ['2026-11-23T00:00:00Z', 'is "2026-11-23T00:00:00Z", but must be a Date or whole Unix seconds'],
  [String(NOW), 'is "'],
  [BigInt(NOW), 'the BigInt'],
  [{}, 'an object'],
  [Number.NaN, 'NaN'],
  [-1, 'is -1'],
  [NOW + 0.5, 'must be a Date or whole Unix seconds'],
  [NOW * 1000, 'looks like milliseconds'],
  [2 ** 32, 'is 4294967296'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [new Date(Number.NaN), 'a Date out of range'],
  [new Date(-1), 'a Date out of range'],
  [new Date(2 ** 32 * 1000), 'a Date out of range'],
]

const times = [
  ...table('now of a UserSig', 'invalid_time', BAD_TIMES, (lib, now) => signer(lib).genUserSig('alice', { now })),
  ...table('now of a check', 'invalid_time', BAD_TIMES, (lib, now) => {
    const userSig = signer(lib).genUserSig('alice')
    return signer(lib).verifyUserSig(userSig, { now })
  }),
  ...table('an answer of the clock', 'invalid_time', [...BAD_TIMES, [undefined, 'now() is undefined']], (lib, now) =>
    lib.createUserSigner({ sdkAppId: APP, secretKey: KEY, now: () => now }).genUserSig('alice'),
  ),
]

const BAD_USER_IDS: Bad[] = [
  ...wrongTypes('must be a string'),
  [123, 'must be a string'],
  ['', 'is empty'],
  ['a\nb', 'U+000A at index 1'],
  ['\u0000', 'U+0000 at index 0'],
  ['a\r', 'U+000D'],
  ['a\t', 'U+0009'],
  ['\u007f', 'U+007F'],
  ['\u0085', 'U+0085'],
  ['\u009b31m', 'U+009B'],
  ['\u2028', 'U+2028'],
  ['\u2029', 'U+2029'],
  ['\ud800', 'half of a surrogate pair'],
  ['a\udc00b', 'half of a surrogate pair'],
  ['\udc00\ud800', 'half of a surrogate pair'],
  ['a'.repeat(33), 'has 33 bytes in UTF-8'],
  ['é'.repeat(17), 'has 34 bytes in UTF-8'],
  ['用'.repeat(11), 'has 33 bytes in UTF-8'],
  [`${'😀'.repeat(8)}a`, 'has 33 bytes in UTF-8'],
  ['a'.repeat(1000), 'has 1000 bytes'],
  ['a'.repeat(5_000_000), 'has 5000000 characters'],
]

const userIds = [
  ...table('userId', 'invalid_user_id', BAD_USER_IDS, (lib, userId) => signer(lib).genUserSig(userId)),
  ...table('userId of a PrivateMapKey', 'invalid_user_id', BAD_USER_IDS, (lib, userId) =>
    signer(lib).genPrivateMapKey(userId, { roomId: 1 }),
  ),
  ...table('userId of an issue', 'invalid_user_id', BAD_USER_IDS, (lib, userId) => signer(lib).issue(userId)),
  ...table(
    'userId',
    'invalid_user_id',
    ['undefined', 'null', 'NaN', '[object Object]', '[object Promise]'].map(
      (spelled): Bad => [spelled, `is the text "${spelled}", as programs spell a value that is missing`],
    ),
    (lib, userId) => {
      refuses(lib, 'invalid_user_id', () => lib.toUserId(userId), 'as programs spell')
      return signer(lib).genUserSig(userId)
    },
  ),
  ...table(
    'userId under the trtc rule',
    'invalid_user_id',
    [
      ['a b', '" " as character 2'],
      ['alice@example.com', '"@" as character 6'],
      ['😀a', '"😀" as character 1'],
      ['a.', '"." as character 2'],
      ['a\n', 'U+000A'],
    ],
    (lib, userId) => signer(lib, { userIdRule: 'trtc' }).genUserSig(userId),
  ),
]

const BAD_ROOMS: Bad[] = [
  [{}, 'neither roomId nor strRoomId'],
  [{ roomId: undefined, strRoomId: undefined }, 'neither roomId nor strRoomId'],
  [{ roomId: 1, strRoomId: '1' }, 'roomId and strRoomId are both set'],
  [{ roomId: '123' }, 'is the string "123": pass a number, or use strRoomId'],
  [{ roomId: null }, 'is null'],
  [{ roomId: Number.NaN }, 'NaN'],
  [{ roomId: 0 }, 'from 1 to 4294967294'],
  [{ roomId: -0 }, 'from 1 to 4294967294'],
  [{ roomId: -1 }, 'is -1'],
  [{ roomId: 1.5 }, 'is 1.5'],
  [{ roomId: 4294967295 }, 'is 4294967295'],
  [{ roomId: 5n }, 'the BigInt 5'],
  [{ strRoomId: 123 }, 'must be a string'],
  [{ strRoomId: null }, 'is null'],
  [{ strRoomId: '' }, 'strRoomId is empty'],
  [{ strRoomId: '房间' }, 'holds "房"'],
  [{ strRoomId: 'a/b' }, 'holds "/"'],
  [{ strRoomId: 'room\n' }, 'holds "\\n"'],
  [{ strRoomId: '"' }, 'documented characters'],
  [{ strRoomId: '\ud800' }, 'not well-formed'],
  [{ strRoomId: 'r'.repeat(65) }, 'has 65 bytes'],
  [{ strRoomId: 'r'.repeat(5_000_000) }, 'has 5000000 characters'],
  [{ roomId: 'r'.repeat(5_000_000) }, 'is the string "rrrr'],
  [{ roomId: 0, strRoomId: '' }, 'roomId and strRoomId are both set'],
  [{ roomId: null, strRoomId: 'x' }, 'roomId and strRoomId are both set'],
  [{ roomId: 0, strRoomId: null }, 'must be a string'],
  [{ roomId: '7', strRoomId: '' }, 'is the string "7"'],
]

const rooms = [
  ...table('room', 'invalid_room', BAD_ROOMS, (lib, room) => signer(lib).genPrivateMapKey('alice', room)),
  ...table('room of an issue', 'invalid_room', BAD_ROOMS.slice(2), (lib, room) => signer(lib).issue('alice', room)),
  ...table(
    'room under the rule "any"',
    'invalid_room',
    [
      ['', 'is empty'],
      ['\udfff', 'not well-formed'],
      ['房'.repeat(22), 'has 66 bytes'],
    ],
    (lib, strRoomId) => signer(lib, { strRoomIdRule: 'any' }).genPrivateMapKey('alice', { strRoomId }),
  ),
]

const privileges = table(
  'privileges',
  'invalid_privileges',
  [
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    ['', 'is not a preset'],
    ['admin', 'there are all, anchor, audience'],
    ['toString', 'is not a preset'],
    ['__proto__', 'is not a preset'],
    ['enterRoom', 'is not a preset'],
    ['255', 'is not a preset'],
    [-1, 'from 0 to 255'],
    [256, 'from 0 to 255'],
    [1.5, 'from 0 to 255'],
    [Number.NaN, 'from 0 to 255'],
    [42n, 'the BigInt 42'],
    [{ enterRoom: true }, 'an object'],
    [['enterRoom', 'fly'], 'holds "fly"'],
    [['constructor'], 'is not a privilege'],
    [[42], 'holds 42'],
    [[undefined], 'holds undefined'],
    [new Set(['enterRoom']), 'an object, but must be the name of a preset'],
    [new Array(65).fill('enterRoom'), 'holds 65 names'],
    ['x'.repeat(5_000_000), 'is not a preset'],
  ],
  (lib, value) => {
    refuses(lib, 'invalid_privileges', () => lib.toPrivilegeMap(value))
    refuses(lib, 'invalid_privileges', () => signer(lib).issue('alice', { roomId: 1, privileges: value }))
    // Not even where it was left to a table that has no such line.
    return signer(lib).genPrivateMapKey('alice', { roomId: 1, privileges: value })
  },
)

const userBufs = table(
  'userBuf',
  'invalid_user_buf',
  [
    [null, 'is null'],
    ['AAAA', 'must be a Uint8Array'],
    [[1, 2], 'is an array'],
    [new ArrayBuffer(4), 'must be a Uint8Array'],
    [new Uint16Array(2), 'must be a Uint8Array'],
    [new Uint8Array(0), 'has 0 bytes'],
    [new Uint8Array(1025), 'has 1025 bytes, but must have 1 to 1024'],
  ],
  (lib, userBuf) => signer(lib).genUserSig('alice', { userBuf }),
)

const NO_OPTIONS: Bad[] = [
  [null, 'needs an object with options, but got null'],
  [3600, 'needs an object with options, but got 3600'],
  ['3600', 'needs an object with options, but got "3600"'],
  [[], 'needs an object with options, but got an array'],
  [() => 1, 'needs an object with options, but got a function'],
]

const wiring = [
  ...misuseTable(
    'createUserSigner with',
    [
      ...NO_OPTIONS,
      [undefined, 'needs an object with options, but got undefined'],
      [{ sdkAppId: APP, secretKey: KEY, sdkappid: 1 }, 'there is no option "sdkappid": did you mean "sdkAppId"?'],
      [{ sdkAppId: APP, secretKey: KEY, compression: 'deflate' }, 'there is no option "compression"'],
      [{ sdkAppId: APP, secretKey: KEY, userIdRule: null }, 'userIdRule is null'],
      [{ sdkAppId: APP, secretKey: KEY, strRoomIdRule: null }, 'strRoomIdRule is null'],
      [{ sdkAppId: APP, secretKey: KEY, userIdRule: 'any' }, 'userIdRule is "any"'],
      [{ sdkAppId: APP, secretKey: KEY, userIdRule: /a/ }, 'userIdRule is an object'],
      [{ sdkAppId: APP, secretKey: KEY, strRoomIdRule: 'none' }, 'strRoomIdRule is "none"'],
      [{ sdkAppId: APP, secretKey: KEY, now: NOW }, 'must be a function here'],
      [{ sdkAppId: APP, secretKey: KEY, now: new Date() }, 'must be a function here'],
      [{ sdkAppId: APP, secretKey: KEY, now: null }, 'must be a function here'],
      [{ sdkAppId: APP, secretKey: KEY, mac: async () => new Uint8Array(32) }, 'secretKey and mac are both set'],
    ],
    (lib, options) => lib.createUserSigner(options),
  ),
  ...misuseTable(
    'genUserSig with',
    [
      ...NO_OPTIONS,
      [{ expires: 60 }, 'genUserSig: there is no option "expires": did you mean "expire"?'],
      [{ roomId: 1 }, 'genUserSig: there is no option "roomId": the options are expire, now, userBuf'],
    ],
    (lib, options) => signer(lib).genUserSig('alice', options),
  ),
  ...misuseTable(
    'genPrivateMapKey with',
    [
      ...NO_OPTIONS,
      [undefined, 'genPrivateMapKey needs an object with options'],
      [{ roomId: 1, privilegeMap: 255 }, 'there is no option "privilegeMap": did you mean "privileges"?'],
      [{ roomId: 1, userBuf: new Uint8Array(1) }, 'there is no option "userBuf"'],
    ],
    (lib, options) => signer(lib).genPrivateMapKey('alice', options),
  ),
  ...misuseTable('issue with', [...NO_OPTIONS, [{ room: 1 }, 'issue: there is no option "room"']], (lib, options) =>
    signer(lib).issue('alice', options),
  ),
]

const accepted: readonly Case[] = [
  {
    name: 'the limits themselves are signed',
    run(lib) {
      for (const userId of ['a'.repeat(32), '用'.repeat(10), '😀'.repeat(8), '"\\'.repeat(16), ' ', '~']) {
        const claims = signer(lib).verifyUserSig(signer(lib).genUserSig(userId), { userId })
        equal(claims.userId, userId)
      }
      for (const expire of [1, 1_576_800_000]) {
        equal(signer(lib).verifyUserSig(signer(lib).genUserSig('alice', { expire })).expire, expire)
      }
      for (const roomId of [1, 4_294_967_294]) {
        equal(signer(lib).verifyPrivateMapKey(signer(lib).genPrivateMapKey('alice', { roomId })).room.roomId, roomId)
      }
      for (const sdkAppId of [1, 4_294_967_295]) {
        const other = signer(lib, { sdkAppId })
        equal(other.verifyPrivateMapKey(other.genPrivateMapKey('alice', { roomId: 1 })).sdkAppId, sdkAppId)
      }
    },
  },
  {
    name: 'the largest ticket is signed and read',
    run(lib) {
      // Bytes that do not compress, and a UserID that is escaped throughout.
      let state = 1
      const userBuf = Uint8Array.from({ length: 1024 }, () => {
        state = (state * 1103515245 + 12345) % 2147483648
        return state >> 16
      })
      const maker = signer(lib, { sdkAppId: 4_294_967_295 })
      const userId = '"\\'.repeat(16)
      const userSig = maker.genUserSig(userId, { userBuf, expire: 1_576_800_000 })
      ok(userSig.length <= 4096, 'the largest ticket is within the limit of reading')
      equal(maker.verifyUserSig(userSig, { userBuf, userId }).userBuf, userBuf)
    },
  },
  {
    name: 'every documented character of a string room is signed',
    run(lib) {
      const strRoomId = 'azAZ09 !#$%&()+-:;<=.>?@[]^_{}|~,'
      const key = signer(lib).genPrivateMapKey('alice', { strRoomId })
      equal(signer(lib).verifyPrivateMapKey(key, { strRoomId }).room.strRoomId, strRoomId)
    },
  },
  {
    name: 'a room record cannot reach beyond 2106, a UserSig can',
    run(lib) {
      const late = { now: 4_294_967_295, expire: 1 }
      equal(signer(lib).verifyUserSig(signer(lib).genUserSig('alice', late), { now: late.now }).expiresAt, 2 ** 32)
      refuses(lib, 'invalid_expire', () => signer(lib).genPrivateMapKey('alice', { roomId: 1, ...late }), '2106')
      refuses(lib, 'invalid_expire', () => signer(lib).issue('alice', { roomId: 1, ...late }), '2106')
      const last = { now: 4_294_967_294, expire: 1 }
      const key = signer(lib).genPrivateMapKey('alice', { roomId: 1, ...last })
      equal(signer(lib).verifyPrivateMapKey(key, { now: last.now }).room.expiresAt, 4_294_967_295)
    },
  },
  {
    name: 'a moment is a Date or seconds, of a call or of the clock, and is rounded down',
    run(lib) {
      const { genUserSig } = signer(lib)
      const expected = genUserSig('alice', { now: NOW })
      equal(genUserSig('alice', { now: new Date(NOW * 1000) }), expected)
      equal(genUserSig('alice', { now: new Date(NOW * 1000 + 999) }), expected)
      equal(signer(lib, { now: () => NOW }).genUserSig('alice'), expected)
      equal(signer(lib, { now: () => new Date(NOW * 1000 + 1) }).genUserSig('alice'), expected)
      const before = Math.floor(Date.now() / 1000)
      const { issuedAt } = lib.createUserSigner({ sdkAppId: APP, secretKey: KEY }).issue('alice')
      ok(issuedAt >= before && issuedAt <= Date.now() / 1000, 'the default is the clock of the system')
      equal(lib.decodeUserSig(genUserSig('alice', { now: 0 })).claims.issuedAt, 0)
    },
  },
  {
    name: 'a signer asks its clock for each ticket',
    run(lib) {
      let now = NOW
      const ticking = signer(lib, { now: () => now++ })
      const times = [1, 2, 3].map(() => lib.decodeUserSig(ticking.genUserSig('alice')).claims.issuedAt)
      equal(times, [NOW, NOW + 1, NOW + 2])
    },
  },
  {
    name: 'a rule of the caller decides by throwing, and its own error is passed on',
    run(lib) {
      const own = new RangeError('no guests')
      const strict = signer(lib, {
        userIdRule: (userId) => {
          if (userId.startsWith('guest')) throw own
        },
      })
      strict.genUserSig('alice')
      let thrown: unknown
      try {
        strict.genUserSig('guest1')
      } catch (error) {
        thrown = error
      }
      ok(thrown === own, 'the error of the rule is passed on')
      refuses(lib, 'invalid_user_id', () => strict.genUserSig('a\n'), 'U+000A')
    },
  },
  ...[false, Promise.resolve()].map(
    (answer): Case => ({
      name: `a rule that answers ${typeof answer} instead of throwing is a TypeError`,
      run(lib) {
        const lax = signer(lib, { userIdRule: () => answer })
        misuse(() => lax.genUserSig('alice'), 'userIdRule')
      },
    }),
  ),
  {
    name: 'a room number of 0 and a room name of no characters stand for none beside another',
    run(lib) {
      const { genPrivateMapKey, issue, verifyPrivateMapKey } = signer(lib)
      const named = { roomId: 0, strRoomId: 'x' } as never
      const numbered = { roomId: 7, strRoomId: '' } as never
      equal(genPrivateMapKey('alice', named), genPrivateMapKey('alice', { strRoomId: 'x' }))
      equal(genPrivateMapKey('alice', numbered), genPrivateMapKey('alice', { roomId: 7 }))
      const { strRoomId, privateMapKey } = issue('alice', named)
      equal(strRoomId, 'x')
      equal(Object.hasOwn(issue('alice', named), 'roomId'), false)
      equal(verifyPrivateMapKey(privateMapKey as string, named).room.strRoomId, 'x')
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(privateMapKey as string, numbered))
      equal(verifyPrivateMapKey(genPrivateMapKey('alice', numbered), numbered).room.roomId, 7)
      misuse(
        () => verifyPrivateMapKey(privateMapKey as string, { roomId: 0, strRoomId: '' } as never),
        'roomId and strRoomId are both set',
      )
    },
  },
  {
    name: 'an SDKAppID may be its decimal digits',
    run(lib) {
      const digits = signer(lib, { sdkAppId: String(APP) })
      equal(digits.sdkAppId, APP)
      equal(digits.genUserSig('alice'), signer(lib).genUserSig('alice'))
    },
  },
  {
    name: 'issue gives what a client needs, in step with the tickets',
    run(lib) {
      const { userSig, ...login } = signer(lib).issue('alice')
      equal(login, { sdkAppId: APP, userId: 'alice', issuedAt: NOW, expire: 604_800, expiresAt: NOW + 604_800 })
      signer(lib).verifyUserSig(userSig, { userId: 'alice' })

      for (const room of [{ roomId: 7 }, { strRoomId: '7' }]) {
        const issued = signer(lib).issue('alice', { ...room, privileges: 'voice', expire: 60 })
        const { userSig: login, privateMapKey, ...rest } = issued
        equal(rest, {
          sdkAppId: APP,
          userId: 'alice',
          ...room,
          privileges: ['enterRoom', 'sendAudio', 'receiveAudio'],
          issuedAt: NOW,
          expire: 60,
          expiresAt: NOW + 60,
        })
        signer(lib).verifyUserSig(login, { userId: 'alice' })
        const { room: opened } = signer(lib).verifyPrivateMapKey(privateMapKey as string, { userId: 'alice', ...room })
        equal(opened.privileges, rest.privileges)
        equal(JSON.parse(JSON.stringify(issued)), issued)
      }
    },
  },
  {
    name: 'without a word about privileges a PrivateMapKey gives all',
    run(lib) {
      const issued = signer(lib).issue('alice', { roomId: 7 })
      equal(issued.privileges?.length, 8)
      const { room } = signer(lib).verifyPrivateMapKey(issued.privateMapKey as string)
      equal(room.privilegeMap, 255)
    },
  },
  {
    name: 'privileges without a room are refused',
    run: (lib) =>
      void refuses(lib, 'invalid_room', () => signer(lib).issue('alice', { privileges: 'all' } as never), 'neither'),
  },
  {
    name: 'a ticket is packed in fixed codes, and a long user buffer in codes of its own',
    run(lib) {
      const login = lib.decodeUserSig(signer(lib).genUserSig('alice'))
      equal([login.compression, login.verified], ['fixed', false])
      equal(login.sizes, { ticket: 192, compressed: 143, document: login.document.length })
      equal(lib.decodeUserSig(signer(lib).genPrivateMapKey('alice', { roomId: 1 })).compression, 'fixed')
      const userBuf = Uint8Array.from({ length: 1024 }, (_, i) => (i * i) >> 3)
      const { compression, sizes } = lib.decodeUserSig(signer(lib).genUserSig('alice', { userBuf }))
      equal([compression, sizes.compressed < 0.8 * sizes.document], ['fixed', true])
    },
  },
  {
    name: 'options are read, not written',
    run(lib) {
      const options = Object.freeze({ sdkAppId: APP, secretKey: Object.freeze([KEY, 'old']), now: () => NOW })
      const frozen = lib.createUserSigner(options)
      const room = Object.freeze({ roomId: 1, privileges: Object.freeze(['enterRoom'] as const) })
      frozen.issue('alice', room)
      ok(Object.isFrozen(frozen), 'a signer cannot be changed')
    },
  },
  {
    name: 'a list of keys may be changed afterwards without effect',
    run(lib) {
      const secretKey = [KEY]
      const signerOfList = lib.createUserSigner({ sdkAppId: APP, secretKey, now: () => NOW })
      secretKey[0] = 'mallory'
      equal(signerOfList.genUserSig('alice'), signer(lib).genUserSig('alice'))
    },
  },
]

export const signingCases: readonly Case[] = [
  ...sdkAppIds,
  ...secretKeys,
  ...expires,
  ...times,
  ...userIds,
  ...rooms,
  ...privileges,
  ...userBufs,
  ...wiring,
  ...accepted,
]
