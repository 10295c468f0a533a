import { describe, expect, it } from 'vitest'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { decodeUserSig } from '../src/verifying/decode.ts'
import { packTicket, signedDocument } from './cases/craft.ts'
import { APP, KEY, NOW } from './support.ts'

/* Anything may stand on Object.prototype: what is signed and what is accepted stays the same. */

const POLLUTED: Readonly<Record<string, unknown>> = {
  userBuf: 'any',
  now: 0,
  expire: 1_000_000,
  roomId: 99,
  strRoomId: 'elsewhere',
  privileges: 'all',
  privilegeMap: 255,
  userId: 'mallory',
  clockTolerance: 86_400,
  secretKey: 'a key of mine',
  mac: async () => new Uint8Array(32),
  userIdRule: () => {},
  strRoomIdRule: 'any',
  room: {},
  record: {},
  cause: 'elsewhere',
  value: false,
  get: () => 1,
  set: () => {},
  rule: 'chat',
  toJSON: () => 'elsewhere',
  'TLS.ver': '2.0',
  'TLS.identifier': 'mallory',
  'TLS.sdkappid': APP,
  'TLS.time': NOW,
  'TLS.expire': 604_800,
  'TLS.userbuf': 'AAAA',
  'TLS.sig': 'A'.repeat(43).concat('='),
}

const fields = { 'TLS.identifier': 'alice', 'TLS.sdkappid': APP, 'TLS.time': NOW, 'TLS.expire': 604_800 }

/** Tickets that lack a field, with the signature of a ticket that has it. */
const incomplete = Object.keys(fields).map((name) => {
  const document: Record<string, unknown> = { ...signedDocument(fields, KEY) }
  delete document[name]
  return packTicket(JSON.stringify(document))
})

/** What signing and verifying answer, as text. */
function answers(): string[] {
  const signer = createUserSigner({ sdkAppId: APP, secretKey: KEY, now: () => NOW })
  const userSig = signer.genUserSig('alice')
  const key = signer.genPrivateMapKey('alice', { roomId: 7, privileges: 'audience' })
  const large = signer.genUserSig('alice', { userBuf: new Uint8Array(1000).fill(7) })
  const old = signer.genUserSig('alice', { now: NOW - 700_000 })
  const calls: (() => unknown)[] = [
    () => [userSig, key, large, old],
    () => signer.genUserSig('alice', { expire: 60 }),
    () => signer.issue('alice'),
    () => signer.issue('alice', { strRoomId: 'x' }),
    () => signer.verifyUserSig(userSig),
    () => signer.verifyUserSig(userSig, { userId: 'alice' }),
    () => signer.verifyUserSig(key),
    () => signer.verifyUserSig(large),
    () => signer.verifyUserSig(old),
    () => signer.verifyPrivateMapKey(key),
    () => signer.verifyPrivateMapKey(key, { roomId: 7 }),
    () => signer.verifyPrivateMapKey(key, { roomId: 8 }),
    () => signer.verifyPrivateMapKey(userSig),
    () => signer.genPrivateMapKey('alice', {} as never),
    ...incomplete.map((ticket) => () => decodeUserSig(ticket)),
    ...incomplete.map((ticket) => () => signer.verifyUserSig(ticket)),
  ]
  return calls.map((call) => {
    try {
      return spell(call())
    } catch (error) {
      return `${(error as { code?: string }).code} ${(error as Error).message}`
    }
  })
}

/** Own properties alone, without JSON. */
function spell(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Uint8Array) return `bytes ${value.join(' ')}`
  return `{${Object.keys(value)
    .map((name) => `${name}: ${spell((value as Record<string, unknown>)[name])}`)
    .join(', ')}}`
}

describe('a polluted Object.prototype', () => {
  const expected = answers()

  it('is needed for none of the answers', () => {
    expect(expected[0]).toContain('eA')
    expect(expected.filter((answer) => answer.startsWith('malformed')).length).toBeGreaterThan(6)
  })

  it.each(Object.keys(POLLUTED))('with %s changes no answer', (name) => {
    // In the way an attacker's JSON does it: by assignment, so that it is enumerable.
    const root = Object.prototype as Record<string, unknown>
    root[name] = POLLUTED[name]
    let actual: string[]
    try {
      actual = answers()
    } finally {
      delete root[name]
    }
    expect(actual).toEqual(expected)
  })
})
