import { createUserSigner, UserSigError } from '@usersig/core'
import { expect, test } from 'vitest'
import { createTestSigner, createTestTickets, TEST_APP, toBeUserSigFor } from '../src/index.ts'

const NOW = 1_795_000_000

/** What the real signer says of a ticket. */
function codeOf(ticket: string): string {
  try {
    createUserSigner(TEST_APP).verifyUserSig(ticket, { userId: 'alice', now: NOW })
    return 'valid'
  } catch (error) {
    return UserSigError.is(error) ? error.code : String(error)
  }
}

test('each ticket has the fault of its name, and no other', () => {
  const { privateMapKey, strRoomPrivateMapKey, damaged, cut, ...others } = createTestTickets({ now: NOW })
  expect(Object.fromEntries(Object.entries(others).map(([name, ticket]) => [name, codeOf(ticket)]))).toEqual({
    valid: 'valid',
    expired: 'expired',
    notYetValid: 'not_yet_valid',
    wrongKey: 'bad_signature',
    otherApp: 'bad_signature',
    otherSdkAppId: 'app_mismatch',
    otherUser: 'user_mismatch',
  })
  expect(['malformed', 'bad_signature']).toContain(codeOf(damaged))
  expect(codeOf(cut)).toBe('malformed')
  const signer = createUserSigner(TEST_APP)
  const expected = { userId: 'alice', now: NOW }
  expect(signer.verifyPrivateMapKey(privateMapKey, { ...expected, roomId: 10_000 }).userId).toBe('alice')
  expect(signer.verifyPrivateMapKey(strRoomPrivateMapKey, { ...expected, strRoomId: 'room-1' }).userId).toBe('alice')
})

test('they are of the present, or of any moment', () => {
  for (const now of [undefined, new Date(), Math.floor(Date.now() / 1000)]) {
    const { valid, expired } = createTestTickets(now === undefined ? {} : { now })
    expect(createUserSigner(TEST_APP).verifyUserSig(valid).userId).toBe('alice')
    expect(() => createUserSigner(TEST_APP).verifyUserSig(expired)).toThrow(UserSigError)
  }
  const { valid } = createTestTickets({ now: new Date(NOW * 1000), userId: 'bob' })
  expect(createTestSigner({ now: NOW + 3599 }).verifyUserSig(valid, { userId: 'bob' }).issuedAt).toBe(NOW)
})

test('a signer whose clock stands signs the same twice', () => {
  const [one, two] = [createTestSigner({ now: NOW }), createTestSigner({ now: new Date(NOW * 1000) })]
  expect(one.genUserSig('alice')).toBe(two.genUserSig('alice'))
  expect(one.issue('alice').issuedAt).toBe(NOW)
})

test.each([
  [() => createTestTickets({ user: 'alice' } as never), /no option "user"/],
  [() => createTestTickets({ userId: 7 } as never), /userId/],
  [() => createTestSigner({ now: 'today' } as never), /now/],
  [() => toBeUserSigFor('x', {} as never), /userId is missing/],
  [() => createTestTickets({ userId: 'x'.repeat(33) }), /33/],
])('a wrong option is named: %#', (call, message) => {
  expect(call).toThrow(message)
})

test('the matcher at a moment of its own', () => {
  const { valid } = createTestTickets({ now: NOW })
  expect(toBeUserSigFor(valid, { userId: 'alice', now: NOW }).pass).toBe(true)
  expect(toBeUserSigFor(valid, { userId: 'alice', now: NOW + 7200 }).pass).toBe(false)
  const { pass, message } = toBeUserSigFor(valid, { userId: 'bob', now: NOW })
  expect([pass, message()]).toEqual([false, expect.stringMatching(/for "bob", but .*user_mismatch/)])
})
