import { createUserSigner } from '@usersig/core'
import { inputs } from '@usersig/vectors'
import { expect, test } from 'vitest'
import { FAULTS } from '../src/words/zh-faults.ts'

const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const NOW = 1_795_000_000
const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: KEY, now: () => NOW })
const other = createUserSigner({ sdkAppId: 1400000001, secretKey: KEY, now: () => NOW })

const sign = (userId: unknown, options: object = {}) => signer.genUserSig(userId as string, options)
const enter = (room: object) => signer.genPrivateMapKey('alice', room as never)
const userSig = signer.genUserSig('alice', { expire: 60 })
const key = signer.genPrivateMapKey('alice', { roomId: 1, expire: 60 })

/** Calls of the core, each of which is refused in words of its own. */
const REFUSED: readonly (() => unknown)[] = [
  () => sign(''),
  () => sign('x'.repeat(2000)),
  () => sign(KEY),
  () => sign('x'.repeat(33)),
  () => sign('a\nb'),
  () => sign('half \ud800'),
  () => sign('undefined'),
  () => sign('alice', { expire: 0 }),
  () => sign('alice', { expire: 86_400_000 }),
  () => signer.genPrivateMapKey('alice', { roomId: 1, expire: 1_576_800_000, now: 4_000_000_000 }),
  () => createUserSigner({ sdkAppId: 0, secretKey: KEY }),
  () => enter({ roomId: -1 }),
  () => enter({}),
  () => enter({ strRoomId: '' }),
  () => enter({ strRoomId: 'x'.repeat(2000) }),
  () => enter({ strRoomId: 'x'.repeat(65) }),
  () => enter({ strRoomId: 'lobby/1' }),
  () => enter({ strRoomId: '\ud800' }),
  () => enter({ roomId: 1, privileges: 256 }),
  () => enter({ roomId: 1, privileges: 'singer' }),
  () => enter({ roomId: 1, privileges: ['sing'] }),
  () => createUserSigner({ sdkAppId: 1, secretKey: 'x'.repeat(2000) }),
  () => signer.verifyUserSig(userSig, { userId: 'bob' }),
  () => other.verifyUserSig(userSig),
  () => signer.verifyUserSig(userSig, { now: NOW - 3600 }),
  () => signer.verifyUserSig(userSig, { now: NOW + 3600 }),
  () => signer.verifyUserSig('x'.repeat(5000)),
  () => signer.verifyUserSig(key),
  () => signer.verifyPrivateMapKey(userSig),
]

function messageOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    return (error as Error).message
  }
  return expect.fail('it is not refused')
}

/** What the core says only of tickets whose record and document differ, which it does not make. */
const OF_FOREIGN_TICKETS = ['^the room record is for SDKAppID', '^the room record expired']

test('every message that is translated is one that the core says', () => {
  // Inputs that a generator should refuse are named by the vectors.
  const messages = [...REFUSED.map(messageOf), ...inputs.map((each) => each.case)]
  const unsaid = FAULTS.filter(([pattern]) => !messages.some((message) => pattern.test(message)))
  const sources = unsaid.map(([{ source }]) => source)
  expect(sources.filter((source) => !OF_FOREIGN_TICKETS.some((start) => source.startsWith(start)))).toEqual([])
})

test.each([...REFUSED.map((call) => [messageOf(call)]), ...inputs.map((each) => [each.case])])(
  'is translated: %s',
  (message) => {
    expect(FAULTS.filter(([pattern]) => pattern.test(message)).length).toBeGreaterThan(0)
  },
)
