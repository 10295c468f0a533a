import { createHmac, timingSafeEqual } from 'node:crypto'
import { official } from '@usersig/vectors'
import { describe, expect, it } from 'vitest'
import { UserSigError } from '../src/errors.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { badSignature, readTicket } from '../src/verifying/read-ticket.ts'
import { verifySignature } from '../src/verifying/verify-signature.ts'
import { Mac } from '../src/wire/mac.ts'
import { type SignedFields, signedText } from '../src/wire/signed-text.ts'
import { mutantOf } from './mutants.ts'
import { APP, KEY, NOW } from './support.ts'

/** How many changed tickets are compared: `USERSIG_MUTANTS=10000000` for a long run. */
const MUTANTS = Number(process.env['USERSIG_MUTANTS'] ?? 20_000)
const FIRST = Number(process.env['USERSIG_FIRST_MUTANT'] ?? 0)

const keyBytes = new TextEncoder().encode(KEY)
const macs = [new Mac(new TextEncoder().encode('a newer key')), new Mac(keyBytes)]

/** The careful way, with the HMAC of node:crypto. */
function carefully(ticket: string): SignedFields {
  const { fields } = readTicket(ticket)
  const mac = createHmac('sha256', keyBytes).update(signedText(fields)).digest()
  if (!timingSafeEqual(mac, fields.signature)) throw badSignature()
  return fields
}

/** What comes of a reader, as text: fields, or the code and the message of its error. */
function outcomeOf(read: () => SignedFields): string {
  try {
    const { sdkAppId, userId, issuedAt, expire, userBuf } = read()
    return JSON.stringify([sdkAppId, userId, issuedAt, expire, userBuf && [...userBuf]])
  } catch (error) {
    if (!(error instanceof UserSigError)) throw error
    return `${error.code}: ${error.message}`
  }
}

const application = { sdkAppId: APP, secretKey: KEY }

function originals(): string[] {
  const signer = createUserSigner({ ...application, now: () => NOW })
  const own = ['alice', 'x', 'a b', '用户一号', 'a"\\b', 'z'.repeat(32)].flatMap((userId) => [
    signer.genUserSig(userId),
    signer.genUserSig(userId, { userBuf: Uint8Array.of(255, 255, 255, 1) }),
    signer.genPrivateMapKey(userId, { roomId: 10_000 }),
    signer.genPrivateMapKey(userId, { strRoomId: 'room-1', privileges: 'audience' }),
  ])
  return [...own, ...official.map(({ userSig }) => userSig)]
}

describe('the quick reader of documents', () => {
  it('answers as the careful one does, for tickets of every program', () => {
    for (const { userSig, secretKey } of official) {
      const key = new TextEncoder().encode(secretKey)
      expect(readTicket(userSig).fields).toMatchObject(verifySignature(userSig, [new Mac(key)]))
    }
  })

  it('answers as the careful one does, for changed tickets', () => {
    const tickets = originals()
    let accepted = 0
    for (let seed = FIRST; seed < FIRST + MUTANTS; seed++) {
      const ticket = mutantOf(seed, tickets, application)
      const expected = outcomeOf(() => carefully(ticket))
      const actual = outcomeOf(() => verifySignature(ticket, macs))
      if (actual !== expected) expect({ seed, ticket, outcome: actual }).toEqual({ seed, ticket, outcome: expected })
      if (expected.startsWith('[')) accepted++
    }
    // Both ways were taken.
    expect(accepted).toBeGreaterThan(MUTANTS / 50)
    expect(accepted).toBeLessThan(MUTANTS / 2)
  }, 0)
})
