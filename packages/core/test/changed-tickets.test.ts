import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fromTicket, toTicket } from './cases/craft.ts'
import { APP, anyPacking, anyUserId, KEY, lib, repack, signerWith } from './support.ts'

/** A changed ticket, and what it was made of. */
type Changed = { ticket: string; originals: readonly string[] }

const kinds = fc.constantFrom('userSig', 'privateMapKey')

const original = fc.record({ userId: anyUserId, packing: anyPacking, kind: kinds }).map(({ userId, packing, kind }) => {
  const signer = signerWith()
  const ticket =
    kind === 'userSig' ? signer.genUserSig(userId) : signer.genPrivateMapKey(userId, { roomId: 7, privileges: 42 })
  return repack(ticket, packing)
})

/** Verifies in every way: what passes has to say what was signed, and nothing but a UserSigError may be thrown. */
function expectNoOtherClaims({ ticket, originals }: Changed): void {
  const signer = signerWith()
  const expected = originals.map((original) => lib.decodeUserSig(original).claims)
  const attempts = [
    () => signer.verifyUserSig(ticket),
    () => signer.verifyUserSig(ticket, { userBuf: 'any' }),
    () => signer.verifyPrivateMapKey(ticket),
  ]
  for (const attempt of attempts) {
    try {
      expect(expected).toContainEqual(attempt())
    } catch (error) {
      if (!(error instanceof lib.UserSigError)) throw error
    }
  }
  try {
    lib.decodeUserSig(ticket)
  } catch (error) {
    expect(error).toBeInstanceOf(lib.UserSigError)
  }
}

function neverOtherClaims(changed: fc.Arbitrary<Changed>, numRuns: number): void {
  fc.assert(fc.property(changed, expectNoOtherClaims), { numRuns })
}

const position = fc.nat({ max: 10_000 })

function changing<T>(how: fc.Arbitrary<T>, change: (original: string, how: T) => string): fc.Arbitrary<Changed> {
  return fc.tuple(original, how).map(([ticket, each]) => ({ ticket: change(ticket, each), originals: [ticket] }))
}

/** Unpacks, changes the document's text, and packs again: no checksum gives the change away. */
function repacked(ticket: string, change: (text: string) => string, pack: (text: Buffer) => Uint8Array): string {
  return toTicket(pack(Buffer.from(change(inflateSync(fromTicket(ticket)).toString()))))
}

const packers = fc.constantFrom<(text: Buffer) => Uint8Array>(
  (text) => deflateSync(text),
  (text) => deflateSync(text, { level: 0 }),
  (text) => zlibSync(text, { level: 9 }),
)

describe('a changed ticket never says anything else', () => {
  it('after other characters', () => {
    const edit = fc.array(fc.tuple(position, fc.oneof(fc.string({ unit: 'binary' }), fc.base64String())), {
      minLength: 1,
      maxLength: 3,
    })
    neverOtherClaims(
      changing(edit, (ticket, edits) =>
        edits.reduce((text, [at, piece]) => {
          const index = at % text.length
          return text.slice(0, index) + piece + text.slice(index + 1)
        }, ticket),
      ),
      2000,
    )
  })

  it('after deletions and cuts', () => {
    neverOtherClaims(
      changing(fc.tuple(position, position), (ticket, [from, count]) => {
        const start = from % ticket.length
        return ticket.slice(0, start) + ticket.slice(start + (count % (ticket.length - start)) + 1)
      }),
      1000,
    )
  })

  it('after pieces of another ticket', () => {
    neverOtherClaims(
      fc
        .tuple(original, original, position)
        .map(([a, b, at]) => ({ ticket: a.slice(0, at % a.length) + b.slice(at % a.length), originals: [a, b] })),
      1000,
    )
  })

  it('after other bytes of the compressed data, with the checksum made right where it can be', () => {
    const edit = fc.array(fc.tuple(position, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 })
    neverOtherClaims(
      changing(edit, (ticket, edits) => {
        const bytes = fromTicket(ticket)
        for (const [at, mask] of edits) bytes[at % bytes.length]! ^= mask
        return toTicket(bytes)
      }),
      2000,
    )
    neverOtherClaims(
      changing(fc.tuple(edit, packers), (ticket, [edits, pack]) => {
        const document = inflateSync(fromTicket(ticket))
        for (const [at, mask] of edits) document[at % document.length]! ^= mask
        return toTicket(pack(document))
      }),
      2000,
    )
  })

  it('after edits of the fields', () => {
    const fields = ['TLS.ver', 'TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.userbuf', 'TLS.sig']
    const value = fc.oneof(
      fc.jsonValue(),
      anyUserId,
      fc.integer(),
      fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
      fc.base64String(),
      fc.constant('admin'),
      fc.constant(undefined),
    )
    neverOtherClaims(
      changing(
        fc.tuple(fc.constantFrom(...fields, '__proto__', 'other'), value, packers),
        (ticket, [name, value, pack]) =>
          repacked(
            ticket,
            (text) => {
              const document = JSON.parse(text)
              Object.defineProperty(document, name, { value, enumerable: true })
              return JSON.stringify(document)
            },
            pack,
          ),
      ),
      3000,
    )
  })

  it('after edits of the text', () => {
    neverOtherClaims(
      changing(fc.tuple(position, fc.string({ unit: 'binary', maxLength: 4 }), packers), (ticket, [at, piece, pack]) =>
        repacked(ticket, (text) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + 1), pack),
      ),
      2000,
    )
  })

  it('under another key, or for another application', () => {
    fc.assert(
      fc.property(original, fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (ticket, key) => {
        fc.pre(key.trim() === key && key !== KEY)
        const check = (signer: lib.UserSigner) => () => signer.verifyUserSig(ticket, { userBuf: 'any' })
        expect(check(signerWith({ secretKey: key }))).toThrowError(/signature/)
        expect(check(signerWith({ sdkAppId: APP + 1 }))).toThrowError(/SDKAppID/)
      }),
    )
  })
})

describe('what is no ticket at all', () => {
  it('is refused, whatever it is', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary', maxLength: 5000 }),
      fc.base64String({ maxLength: 5000 }),
      fc.uint8Array({ maxLength: 3000 }).map(toTicket),
      fc.uint8Array({ maxLength: 3000 }).map((bytes) => toTicket(Uint8Array.of(0x78, 0x9c, ...bytes))),
      fc.json().map((json) => toTicket(deflateSync(json))),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => toTicket(deflateSync(bytes))),
    )
    fc.assert(
      fc.property(anything, (ticket) => {
        const signer = signerWith()
        for (const attempt of [signer.verifyUserSig, signer.verifyPrivateMapKey, lib.decodeUserSig]) {
          expect(() => attempt(ticket as string)).toThrowError(lib.UserSigError)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
