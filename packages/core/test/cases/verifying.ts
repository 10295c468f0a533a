import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Case, Lib } from './case.ts'
import { equal, misuse, misuseAsync, ok, refuses, refusesAsync } from './check.ts'
import { packTicket, signedDocument, toBase64 } from './craft.ts'
import { APP, KEY, NOW, signer } from './setting.ts'

const USER_SIG_MISUSES: readonly (readonly [unknown, string])[] = [
  [null, 'needs an object with options, but got null'],
  ['alice', 'needs an object with options, but got "alice"'],
  [[], 'needs an object with options, but got an array'],
  [{ userID: 'alice' }, 'verifyUserSig: there is no option "userID": did you mean "userId"?'],
  [{ roomId: 1 }, 'verifyUserSig: there is no option "roomId"'],
  [{ userId: undefined }, 'userId is undefined, but must be a string: leave the option out to accept any'],
  [{ userId: null }, 'userId is null'],
  [{ userId: 5 }, 'userId is 5'],
  [{ userId: ['alice'] }, 'userId is an array'],
  [Object.create({ userId: undefined }), 'userId is undefined'],
  [{ clockTolerance: -1 }, 'clockTolerance is -1, but must be whole seconds from 0 to 86400'],
  [{ clockTolerance: 86_401 }, 'is 86401'],
  [{ clockTolerance: 0.5 }, 'is 0.5'],
  [{ clockTolerance: Number.NaN }, 'NaN'],
  [{ clockTolerance: Number.POSITIVE_INFINITY }, 'Infinity'],
  [{ clockTolerance: '5' }, 'is "5"'],
  [{ clockTolerance: null }, 'is null'],
  [{ userBuf: 'all' }, 'userBuf is "all", but must be "any" or a Uint8Array'],
  [{ userBuf: null }, 'userBuf is null'],
  [{ userBuf: true }, 'userBuf is true'],
  [{ userBuf: [1] }, 'userBuf is an array'],
]

const KEY_MISUSES: readonly (readonly [unknown, string])[] = [
  [null, 'needs an object with options'],
  [{ userBuf: 'any' }, 'verifyPrivateMapKey: there is no option "userBuf"'],
  [{ userId: undefined }, 'userId is undefined'],
  [{ roomId: undefined }, 'roomId is undefined, but must be a number'],
  [{ roomId: null }, 'roomId is null'],
  [{ roomId: '7' }, 'roomId is "7", but must be a number'],
  [{ strRoomId: undefined }, 'strRoomId is undefined, but must be a string'],
  [{ strRoomId: 7 }, 'strRoomId is 7'],
  [{ roomId: 7, strRoomId: '7' }, 'roomId and strRoomId are both set'],
  [{ clockTolerance: -1 }, 'clockTolerance is -1'],
]

const misuses: readonly Case[] = [
  ...USER_SIG_MISUSES.map(
    ([options, phrase]): Case => ({
      name: `verifyUserSig: ${phrase}`,
      // The ticket is a good one, and then a bad one: wrong options are found either way.
      run(lib) {
        misuse(() => signer(lib).verifyUserSig(signer(lib).genUserSig('alice'), options as never), phrase)
        misuse(() => signer(lib).verifyUserSig('', options as never), phrase)
      },
    }),
  ),
  ...KEY_MISUSES.map(
    ([options, phrase]): Case => ({
      name: `verifyPrivateMapKey: ${phrase}`,
      run(lib) {
        const key = signer(lib).genPrivateMapKey('alice', { roomId: 7 })
        misuse(() => signer(lib).verifyPrivateMapKey(key, options as never), phrase)
      },
    }),
  ),
]

const clocks: readonly Case[] = [undefined, 0, 1, 5, 86_400].map((clockTolerance) => ({
  name: `the lifetime with a clock tolerance of ${clockTolerance ?? 'the default, 5 s'}`,
  run(lib) {
    const expire = 100
    const tolerance = clockTolerance ?? 5
    const { genUserSig, genPrivateMapKey, verifyUserSig, verifyPrivateMapKey } = signer(lib)
    const userSig = genUserSig('alice', { expire })
    const key = genPrivateMapKey('alice', { roomId: 7, expire })
    const checks = [
      (now: number) => verifyUserSig(userSig, { now, ...(clockTolerance === undefined ? {} : { clockTolerance }) }),
      (now: number) => verifyPrivateMapKey(key, { now, ...(clockTolerance === undefined ? {} : { clockTolerance }) }),
    ]
    for (const check of checks) {
      check(NOW - tolerance)
      check(NOW + expire + tolerance)
      refuses(lib, 'not_yet_valid', () => check(NOW - tolerance - 1), `issued ${tolerance + 1} s in the future`)
      refuses(lib, 'expired', () => check(NOW + expire + tolerance + 1), `expired ${tolerance + 1} s ago`)
    }
  },
}))

const rotation: readonly Case[] = [
  {
    name: 'the first key signs, every key verifies',
    run(lib) {
      const keys = ['newest', 'older', 'oldest']
      const rotating = signer(lib, { secretKey: keys })
      equal(rotating.genUserSig('alice'), signer(lib, { secretKey: 'newest' }).genUserSig('alice'))
      for (const secretKey of keys) {
        const userSig = signer(lib, { secretKey }).genUserSig('alice')
        equal(rotating.verifyUserSig(userSig, { userId: 'alice' }).userId, 'alice')
      }
      const retired = signer(lib, { secretKey: 'retired' }).genUserSig('alice')
      refuses(lib, 'bad_signature', () => rotating.verifyUserSig(retired))
      refuses(lib, 'bad_signature', () =>
        signer(lib, { secretKey: 'older' }).verifyUserSig(rotating.genUserSig('alice')),
      )
    },
  },
]

/** A room record, byte by byte. */
function record(account: string, { version = 0, sdkAppId = APP, expiresAt = NOW + 100, room = '' } = {}): Uint8Array {
  const bytes = new TextEncoder().encode(account)
  const name = new TextEncoder().encode(room)
  const view = new DataView(new ArrayBuffer(23 + bytes.length + (version === 1 ? 2 + name.length : 0)))
  const out = new Uint8Array(view.buffer)
  view.setUint8(0, version)
  view.setUint16(1, bytes.length)
  out.set(bytes, 3)
  const rest = 3 + bytes.length
  view.setUint32(rest, sdkAppId)
  view.setUint32(rest + 4, version === 1 ? 0 : 7)
  view.setUint32(rest + 8, expiresAt)
  view.setUint32(rest + 12, 255)
  view.setUint32(rest + 16, 0)
  if (version === 1) {
    view.setUint16(rest + 20, name.length)
    out.set(name, rest + 22)
  }
  return out
}

const rooms: readonly Case[] = [
  {
    name: 'a key opens its room alone; 7 and "7" are two rooms',
    run(lib) {
      const { genPrivateMapKey, verifyPrivateMapKey } = signer(lib)
      const numeric = genPrivateMapKey('alice', { roomId: 7 })
      const text = genPrivateMapKey('alice', { strRoomId: '7' })
      verifyPrivateMapKey(numeric, { roomId: 7 })
      verifyPrivateMapKey(text, { strRoomId: '7' })
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(numeric, { roomId: 8 }), 'opens roomId 7, not roomId 8')
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(numeric, { strRoomId: '7' }), 'not strRoomId "7"')
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(text, { roomId: 7 }), 'opens strRoomId "7"')
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(text, { roomId: 0 }))
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(text, { roomId: Number.NaN }))
      refuses(lib, 'room_mismatch', () => verifyPrivateMapKey(numeric, { strRoomId: '' }))
    },
  },
  {
    name: 'a PrivateMapKey is no login, and a UserSig is no PrivateMapKey',
    run(lib) {
      const { genUserSig, genPrivateMapKey, verifyUserSig, verifyPrivateMapKey } = signer(lib)
      const key = genPrivateMapKey('alice', { roomId: 7 })
      refuses(lib, 'unexpected_user_buf', () => verifyUserSig(key), 'is a PrivateMapKey, which cannot log in')
      refuses(lib, 'not_a_private_map_key', () => verifyPrivateMapKey(genUserSig('alice')))
    },
  },
  {
    name: 'a room record has to belong to the ticket around it',
    run(lib) {
      const { genUserSig, verifyPrivateMapKey } = signer(lib)
      const wrap = (userBuf: Uint8Array) => () => verifyPrivateMapKey(genUserSig('alice', { userBuf }), { roomId: 7 })
      equal(wrap(record('alice'))().room.roomId, 7)
      refuses(lib, 'user_mismatch', wrap(record('bob')), 'another UserID')
      refuses(lib, 'user_mismatch', wrap(record('alicf')), 'another UserID')
      refuses(lib, 'user_mismatch', wrap(record('')), 'another UserID')
      refuses(lib, 'app_mismatch', wrap(record('alice', { sdkAppId: APP + 1 })), 'room record is for SDKAppID')
      refuses(lib, 'expired', wrap(record('alice', { expiresAt: NOW - 6 })), 'the room record expired 6 s ago')
      wrap(record('alice', { expiresAt: NOW - 5 }))()
      equal(
        verifyPrivateMapKey(genUserSig('alice', { userBuf: record('alice', { version: 1, room: '房间' }) })).room
          .strRoomId,
        '房间',
      )
    },
  },
  {
    name: 'a user buffer that is almost a room record is none',
    run(lib) {
      const { genUserSig, verifyPrivateMapKey, verifyUserSig } = signer(lib)
      const good = record('alice')
      const withRoom = record('alice', { version: 1, room: 'room' })
      const broken = [
        good.subarray(0, good.length - 1),
        Uint8Array.of(...good, 0),
        withRoom.subarray(0, withRoom.length - 1),
        withRoom.subarray(0, withRoom.length - 4),
        withRoom.subarray(0, withRoom.length - 5),
        Uint8Array.of(...withRoom, 0),
        Uint8Array.of(1, ...good.subarray(1)),
        Uint8Array.of(2, ...good.subarray(1)),
        Uint8Array.of(0, 255, 255, ...good.subarray(3)),
        Uint8Array.of(1, 255, 255, ...good.subarray(3)),
        new Uint8Array(22),
      ]
      for (const userBuf of broken) {
        const ticket = genUserSig('alice', { userBuf })
        refuses(lib, 'not_a_private_map_key', () => verifyPrivateMapKey(ticket))
        const claims = verifyUserSig(ticket, { userBuf: 'any' })
        equal([claims.room, claims.userBuf], [undefined, userBuf])
      }
    },
  },
]

const userBufs: readonly Case[] = [
  {
    name: 'a ticket with a user buffer passes only where one is expected',
    run(lib) {
      const userBuf = Uint8Array.of(0, 1, 2, 255)
      const { genUserSig, verifyUserSig } = signer(lib)
      const ticket = genUserSig('alice', { userBuf })
      refuses(lib, 'unexpected_user_buf', () => verifyUserSig(ticket), 'carries a user buffer')
      equal(verifyUserSig(ticket, { userBuf }).userBuf, userBuf)
      equal(verifyUserSig(ticket, { userBuf: 'any' }).userBuf, userBuf)
      for (const other of [[], [0, 1, 2], [0, 1, 2, 254], [0, 1, 2, 255, 0]]) {
        refuses(lib, 'user_buf_mismatch', () => verifyUserSig(ticket, { userBuf: Uint8Array.from(other) }))
      }
      const plain = genUserSig('alice')
      equal(verifyUserSig(plain, { userBuf: 'any' }).userBuf, undefined)
      equal(verifyUserSig(plain, { userBuf: new Uint8Array(0) }).userBuf, undefined)
      refuses(lib, 'user_buf_mismatch', () => verifyUserSig(plain, { userBuf }))
    },
  },
  {
    name: 'an empty buffer is signed differently from none, and is no login either',
    run(lib) {
      const fields = { 'TLS.identifier': 'alice', 'TLS.sdkappid': APP, 'TLS.time': NOW, 'TLS.expire': 60 }
      const empty = packTicket(JSON.stringify(signedDocument({ ...fields, 'TLS.userbuf': '' }, KEY)))
      const { verifyUserSig } = signer(lib)
      equal(verifyUserSig(empty, { userBuf: new Uint8Array(0) }).userBuf, new Uint8Array(0))
      refuses(lib, 'unexpected_user_buf', () => verifyUserSig(empty))
      const { 'TLS.userbuf': _, ...removed } = signedDocument({ ...fields, 'TLS.userbuf': '' }, KEY)
      refuses(lib, 'bad_signature', () => verifyUserSig(packTicket(JSON.stringify(removed))))
      const added = { ...signedDocument(fields, KEY), 'TLS.userbuf': '' }
      refuses(lib, 'bad_signature', () => verifyUserSig(packTicket(JSON.stringify(added)), { userBuf: 'any' }))
    },
  },
  {
    name: 'the buffer of verified claims is a copy of its own',
    run(lib) {
      const { genUserSig, verifyUserSig } = signer(lib)
      const first = verifyUserSig(genUserSig('alice', { userBuf: Uint8Array.of(1, 2, 3) }), { userBuf: 'any' })
      verifyUserSig(genUserSig('bob', { userBuf: Uint8Array.of(9, 9, 9) }), { userBuf: 'any' })
      equal(first.userBuf, Uint8Array.of(1, 2, 3))
      equal(first.userBuf?.buffer.byteLength, 3, 'the memory behind the buffer')
    },
  },
]

/** A signer whose key is elsewhere. */
const remote = (lib: Lib) =>
  lib.createUserSigner({
    sdkAppId: APP,
    now: () => NOW,
    mac: async (content) => hmac(sha256, encodeUtf8(KEY), content),
  })

const encodeUtf8 = (text: string) => new TextEncoder().encode(text)

const waiting: readonly Case[] = [
  {
    name: 'a remote signer answers what it was asked, although the options have changed meanwhile',
    async run(lib) {
      const room: { roomId: number } = { roomId: 7 }
      const issuing = remote(lib).issue('alice', room)
      room.roomId = 8
      const { privateMapKey, roomId } = await issuing
      equal(roomId, 7)
      const expected: { userId?: string; roomId: number } = { userId: 'bob', roomId: 7 }
      const verifying = remote(lib).verifyPrivateMapKey(privateMapKey as string, expected)
      delete expected.userId
      await refusesAsync(lib, 'user_mismatch', () => verifying)
      const login: { userId?: string } = { userId: 'bob' }
      const checking = remote(lib).verifyUserSig(await remote(lib).genUserSig('alice'), login)
      delete login.userId
      await refusesAsync(lib, 'user_mismatch', () => checking)
      await misuseAsync(() => remote(lib).verifyUserSig('', { userId: undefined } as never), 'userId is undefined')
    },
  },
]

const order: readonly Case[] = [
  {
    name: 'the UserID is compared exactly',
    run(lib) {
      const { genUserSig, verifyUserSig } = signer(lib)
      for (const [signed, expected] of [
        ['alice', 'Alice'],
        ['alice', 'alice '],
        ['é', 'e\u0301'],
        ['alice', ''],
      ] as const) {
        refuses(lib, 'user_mismatch', () => verifyUserSig(genUserSig(signed), { userId: expected }))
      }
    },
  },
  {
    name: 'the application is checked before the user, the user before the lifetime',
    run(lib) {
      const userSig = signer(lib, { sdkAppId: 5 }).genUserSig('alice', { expire: 1 })
      const late = { userId: 'bob', now: NOW + 1000 }
      refuses(lib, 'app_mismatch', () => signer(lib).verifyUserSig(userSig, late), `SDKAppID 5, not ${APP}`)
      refuses(
        lib,
        'user_mismatch',
        () => signer(lib, { sdkAppId: 5 }).verifyUserSig(userSig, late),
        '"alice", not "bob"',
      )
      refuses(lib, 'expired', () => signer(lib, { sdkAppId: 5 }).verifyUserSig(userSig, { now: NOW + 1000 }))
    },
  },
  {
    name: 'the signature binds every field',
    run(lib) {
      const userBuf = toBase64(record('alice'))
      const fields = {
        'TLS.identifier': 'alice',
        'TLS.sdkappid': APP,
        'TLS.time': NOW,
        'TLS.expire': 60,
        'TLS.userbuf': userBuf,
      }
      const signed = signedDocument(fields, KEY)
      const { verifyUserSig } = signer(lib)
      verifyUserSig(packTicket(JSON.stringify(signed)), { userBuf: 'any' })
      const edits = [
        { 'TLS.identifier': 'alicf' },
        { 'TLS.identifier': 'admin' },
        { 'TLS.sdkappid': APP + 1 },
        { 'TLS.time': NOW + 1 },
        { 'TLS.expire': 61 },
        { 'TLS.userbuf': toBase64(record('alice', { expiresAt: NOW + 101 })) },
        { 'TLS.userbuf': undefined },
        { 'TLS.sig': toBase64(new Uint8Array(32)) },
      ]
      for (const edit of edits) {
        const ticket = packTicket(JSON.stringify({ ...signed, ...edit }))
        refuses(lib, 'bad_signature', () => verifyUserSig(ticket, { userBuf: 'any' }))
      }
    },
  },
  {
    name: 'methods need no this',
    run(lib) {
      const { genUserSig, genPrivateMapKey, issue, verifyUserSig, verifyPrivateMapKey } = signer(lib)
      verifyUserSig(genUserSig('alice'))
      verifyPrivateMapKey(genPrivateMapKey('alice', { roomId: 1 }))
      ok(issue('alice').userSig === genUserSig('alice'), 'signing is deterministic')
    },
  },
]

export const verifyingCases: readonly Case[] = [
  ...misuses,
  ...clocks,
  ...rotation,
  ...rooms,
  ...userBufs,
  ...waiting,
  ...order,
]
