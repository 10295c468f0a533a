import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { unzlibSync, zlibSync } from 'fflate'
import { expect, it } from 'vitest'
import { fromTicket, toTicket } from './cases/craft.ts'
import { APP, anyUserId, NOW, signerWith } from './support.ts'

/*
 * A large user buffer is packed in a block of its own. The oracles are zlib and fflate: both have to unpack the document
 * that was signed, and the ticket is about as long as the one that they make of it.
 */

const anyLargeBuf = fc.oneof(
  fc.uint8Array({ minLength: 100, maxLength: 140 }),
  fc.uint8Array({ minLength: 122, maxLength: 1024 }),
  fc.constantFrom(121, 122, 123, 124, 1022, 1023, 1024).map((length) => new Uint8Array(length)),
)

it('is unpacked by others to the document that was signed', () => {
  fc.assert(
    fc.property(anyUserId, anyLargeBuf, (userId, userBuf) => {
      const signer = signerWith()
      const ticket = signer.genUserSig(userId, { userBuf })
      const document = inflateSync(fromTicket(ticket))
      expect(Buffer.from(unzlibSync(fromTicket(ticket)))).toEqual(document)
      const json = JSON.parse(document.toString())
      expect(Object.keys(json)).toEqual([
        'TLS.ver',
        'TLS.identifier',
        'TLS.sdkappid',
        'TLS.expire',
        'TLS.time',
        'TLS.userbuf',
        'TLS.sig',
      ])
      expect(json).toMatchObject({ 'TLS.identifier': userId, 'TLS.sdkappid': APP, 'TLS.time': NOW })
      expect(json['TLS.userbuf']).toBe(Buffer.from(userBuf).toString('base64'))
      expect(JSON.stringify(json)).toBe(document.toString())
      expect(signer.verifyUserSig(ticket, { userId, userBuf }).userBuf).toEqual(userBuf)
      // What was different about this ticket stays with it.
      expect(inflateSync(fromTicket(signer.genUserSig(userId))).toString()).toContain('"TLS.sig"')
    }),
  )
})

/** Bytes without a pattern, the same in each run. */
function noise(length: number): Uint8Array {
  return createHash('shake256', { outputLength: length }).update('usersig').digest()
}

it.each([122, 200, 300, 500, 1024])('of %i bytes makes a ticket at most 7 % longer than zlib does', (length) => {
  const ticket = signerWith().genUserSig('alice', { userBuf: noise(length) })
  const document = inflateSync(fromTicket(ticket))
  expect(ticket.length).toBeLessThanOrEqual(toTicket(deflateSync(document)).length * 1.07)
  expect(ticket.length).toBeLessThanOrEqual(toTicket(zlibSync(document, { level: 6 })).length * 1.07)
})
