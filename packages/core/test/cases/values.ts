import type { Case } from './case.ts'
import { equal, misuse, ok, refuses } from './check.ts'

const UUID = '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d'
const DIGITS = '0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d'
const HASHED = /^-[A-Za-z0-9_-]{31}$/

const userIds: readonly Case[] = [
  {
    name: 'what is a UserID stays as it is',
    run(lib) {
      for (const value of ['a', 'alice', 'user-0001_test', '-', '-short', 'a'.repeat(32), DIGITS]) {
        equal(lib.toUserId(value), value)
      }
      for (const value of ['a b@c.d:e', '用户一号', '😀'.repeat(8)]) {
        equal(lib.toUserId(value, { rule: 'chat' }), value)
        ok(HASHED.test(lib.toUserId(value)), `${value} is hashed under the trtc rule`)
      }
    },
  },
  {
    name: 'a UUID becomes its digits, and back',
    run(lib) {
      equal(lib.toUserId(UUID), DIGITS)
      equal(lib.toUserId(UUID.toUpperCase()), DIGITS)
      equal(lib.toUserId(UUID, { rule: 'chat' }), DIGITS)
      equal(lib.fromUuidUserId(DIGITS), UUID)
      for (const other of ['alice', DIGITS.toUpperCase(), UUID, `${DIGITS}0`, DIGITS.slice(1), `${DIGITS}\n`, '']) {
        equal(lib.fromUuidUserId(other), undefined)
      }
      for (const almost of [`{${UUID}}`, `${UUID}\n`, `urn:uuid:${UUID}`, UUID.replaceAll('-', '_')]) {
        ok(HASHED.test(lib.toUserId(almost)), `${almost} is hashed`)
      }
    },
  },
  {
    name: 'the hashed UserIDs are pinned: they must never change',
    run(lib) {
      equal(lib.toUserId('alice@example.com'), '-_42YGfwOEr8NJIkuRZh-JJoo3Og2qFy')
      equal(lib.toUserId('用户一号'), '-d3F54eYBilqLvQYx7oxz9ZVBKLbNCAa')
      equal(lib.toUserId('\ud800'), '-nsI9eadDDaGC06e2TE1T5poFErPwKIy')
    },
  },
  {
    name: 'every string has a UserID that can be signed, and hashed ones differ',
    run(lib) {
      const values = [
        'a b',
        'a  b',
        'A b',
        'é',
        'e\u0301',
        '\n',
        '\u0000',
        ' ',
        'a'.repeat(33),
        'a'.repeat(34),
        'x'.repeat(4096),
        '\ud800',
        '\ud801',
        '\udc00',
        '\ufffd',
        '\ud800\ud800',
        'ÿ\ud800',
        '\u0000\ud800',
        '😀',
      ]
      const signer = lib.createUserSigner({ sdkAppId: 1, secretKey: 'k', userIdRule: 'trtc' })
      const userIds = values.map((value) => lib.toUserId(value))
      for (const userId of userIds) signer.genUserSig(userId)
      equal(new Set(userIds).size, values.length)
    },
  },
  {
    name: 'nobody can take a hashed UserID by choosing its text as a name',
    run(lib) {
      for (const rule of ['trtc', 'chat'] as const) {
        const victim = lib.toUserId(`alice@example.com${'.'.repeat(20)}`, { rule })
        ok(HASHED.test(victim), 'the victim is hashed')
        const taken = lib.toUserId(victim, { rule })
        ok(taken !== victim && HASHED.test(taken), 'its text is hashed again')
        ok(lib.toUserId(taken, { rule }) !== taken, 'and so on')
      }
    },
  },
  {
    name: 'what is no string, or empty, or an unknown rule',
    run(lib) {
      for (const value of [undefined, null, 5, {}, []] as never[]) {
        refuses(lib, 'invalid_user_id', () => lib.toUserId(value), 'cannot be made of')
      }
      refuses(lib, 'invalid_user_id', () => lib.toUserId(''), 'an empty string')
      refuses(lib, 'invalid_user_id', () => lib.toUserId('x'.repeat(4097)), 'of 4097 characters')
      misuse(() => lib.toUserId('a b', { rules: 'chat' } as never), 'did you mean "rule"?')
      misuse(() => lib.toUserId('a b', { rule: 'Chat' as never }), 'rule is "Chat"')
      equal(
        ['a', 'b'].map((each) => lib.toUserId(each)),
        ['a', 'b'],
      )
    },
  },
]

const privileges: readonly Case[] = [
  {
    name: 'privileges as bits and as names, both ways for all 256',
    run(lib) {
      for (let map = 0; map < 256; map++) {
        const names = lib.toPrivilegeNames(map)
        equal(lib.toPrivilegeMap(names), map)
        equal(lib.toPrivilegeMap(map), map)
        equal(names.length, [...map.toString(2)].filter((bit) => bit === '1').length)
      }
      equal(lib.toPrivilegeNames(42), ['enterRoom', 'receiveAudio', 'receiveVideo'])
      equal(lib.toPrivilegeNames(0xffffff00), [])
      equal(lib.toPrivilegeMap(['enterRoom', 'enterRoom']), 2)
    },
  },
  {
    name: 'presets are those of the documents',
    run(lib) {
      const presets = { all: 255, anchor: 255, audience: 42, muted: 170, voice: 14, none: 0 }
      for (const [preset, map] of Object.entries(presets)) {
        equal(lib.toPrivilegeMap(preset as 'all'), map)
      }
    },
  },
]

export const valueCases: readonly Case[] = [...userIds, ...privileges]
