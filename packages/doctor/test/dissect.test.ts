import { constants, deflateRawSync } from 'node:zlib'
import { decodeUserSig } from '@usersig/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dissect, packDocument } from '../src/index.ts'
import { inflateWhole, traceInflate } from '../src/inflate.ts'
import { findMembers } from '../src/members.ts'
import { anyCompression, anyUserId, hostile, official, packedTicket, quirks, signerWith } from './support.ts'

/** A comparison of thousands of numbers one by one takes longer than what it compares. */
const isSorted = (numbers: readonly number[]) => numbers.every((each, i) => i === 0 || each >= (numbers[i - 1] ?? each))

describe('dissect', () => {
  it.each(official)('$implementation, $kind of $userId', ({ userSig, decoded }) => {
    const { fields, document, content, zlib, error, packed } = dissect(userSig)
    expect(error).toBeUndefined()
    expect(document).toBe(decodeUserSig(userSig).document)
    expect(content).toBe(decodeUserSig(userSig).signedContent)
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual(decoded)
    expect(zlib?.fault).toBeUndefined()
    expect(zlib?.checksum).toEqual({ start: packed.length - 4, end: packed.length })
    for (const field of fields) {
      expect(JSON.parse(`{${document.slice(field.document.start, field.document.end)}}`)).toEqual({
        [field.name]: field.value,
      })
      expect(JSON.parse(document.slice(field.documentValue.start, field.documentValue.end))).toEqual(field.value)
      const line = field.content && content?.slice(field.content.start, field.content.end)
      expect(line).toBe(/sig$|ver$/.test(field.name) ? undefined : `${field.name}:${field.value}`)
    }
  })

  it('in stored blocks, the characters of a field hold it', () => {
    const ticket = packedTicket('alice', 'none')
    const { fields, document } = dissect(ticket)
    for (const field of fields) {
      const standard = ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
      const start = field.ticket.start - (field.ticket.start % 4)
      const bytes = Buffer.from(standard.slice(start, field.ticket.end), 'base64').toString('latin1')
      expect(bytes).toContain(document.slice(field.document.start, field.document.end))
      expect(field.ticket.end - field.ticket.start).toBeLessThan((field.document.end - field.document.start) * 1.4 + 3)
    }
  })

  it('finds fields behind characters of several bytes and units', () => {
    fc.assert(
      fc.property(anyUserId, anyCompression, (userId, compression) => {
        const { fields, packed } = dissect(packedTicket(userId, compression))
        expect(fields[1]?.value).toBe(userId)
        const ends = fields.map((field) => field.packed.end)
        expect(isSorted(ends)).toBe(true)
        expect(ends.at(-1)).toBeLessThanOrEqual(packed.length - 4)
      }),
    )
  })

  it('gives what is left of a ticket that is cut off', () => {
    for (const compression of ['none', 'deflate'] as const) {
      const ticket = packedTicket('alice', compression)
      const whole = dissect(ticket)
      for (let length = 0; length < ticket.length; length++) {
        const part = dissect(ticket.slice(0, length))
        expect(whole.document.startsWith(part.document)).toBe(true)
        expect(part.fields.map(({ name }) => name)).toEqual(
          whole.fields.slice(0, part.fields.length).map(({ name }) => name),
        )
        expect(part.error?.code).toBe('malformed')
      }
    }
  })

  it.each([...hostile, ...quirks])('reads $case without a fault of its own', ({ userSig }) => {
    expect(Array.isArray(dissect(userSig).fields)).toBe(true)
  })
})

describe('traceInflate', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 1500 }),
    fc
      .string({ unit: fc.constantFrom('a', 'b', 'cd', 'eeeeee', '\u0000'), maxLength: 700 })
      .map((text) => Buffer.from(text)),
  )
  const anyOptions = fc.record({
    level: fc.constantFrom(0, 1, 6, 9),
    strategy: fc.constantFrom(
      constants.Z_DEFAULT_STRATEGY,
      constants.Z_FIXED,
      constants.Z_HUFFMAN_ONLY,
      constants.Z_RLE,
    ),
  })

  it('gives what zlib packed, and after which byte each byte is known', () => {
    fc.assert(
      fc.property(anyBytes, anyOptions, (bytes, options) => {
        const packed = deflateRawSync(bytes, options)
        const trace = traceInflate(packed, 65_536)
        expect(Buffer.from(trace.bytes).equals(Buffer.from(bytes))).toBe(true)
        expect(trace.length).toBe(packed.length)
        expect(trace.ends.length).toBe(bytes.length)
        expect(isSorted([...trace.ends])).toBe(true)
        expect(trace.ends.at(-1) ?? 0).toBeLessThanOrEqual(packed.length)
      }),
    )
  })

  it('gives the beginning of what is cut off', () => {
    fc.assert(
      fc.property(anyBytes, anyOptions, fc.nat(), (bytes, options, cut) => {
        const packed = deflateRawSync(bytes, options)
        const trace = traceInflate(packed.subarray(0, cut % packed.length), 65_536)
        expect(trace.fault).toBe('ends early')
        expect(trace.length).toBeUndefined()
        expect(Buffer.from(bytes).subarray(0, trace.bytes.length).equals(Buffer.from(trace.bytes))).toBe(true)
      }),
    )
  })

  it('never throws, and never gives more than it may', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(traceInflate(bytes, 1000).bytes.length).toBeLessThanOrEqual(1000)
        expect(inflateWhole(bytes, 1000)?.length ?? 0).toBeLessThanOrEqual(1000)
      }),
      { numRuns: 5000 },
    )
    const bomb = deflateRawSync(Buffer.alloc(10_000))
    expect(traceInflate(bomb, 100)).toMatchObject({ fault: 'too large' })
    expect(inflateWhole(bomb, 100)).toBeUndefined()
  })

  it.each([
    ['a block of no kind', [0b111]],
    ['a length that does not fit its complement', [1, 1, 0, 0, 0]],
    ['a distance before the beginning', [0x4b, 0x04, 0x11, 0x00]],
    ['a repetition of nothing', [0x05, 0xc0, 0x81, 0, 0, 0, 0, 0, 0x10, 0xff, 0xff]],
  ])('%s is not read to its end', (_name, bytes) => {
    expect(traceInflate(Uint8Array.from(bytes), 1000).fault).not.toBeUndefined()
  })
})

describe('findMembers', () => {
  it('finds what JSON.parse finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
        fc.boolean(),
        (value, spread) => {
          const json = JSON.stringify(value, null, spread ? 2 : undefined)
          const members = findMembers(json)
          const found = members.map(({ name, value: each }) => [name, each])
          expect(found).toEqual(Object.entries(JSON.parse(json)))
        },
      ),
    )
  })

  it('finds the whole ones of a text that breaks off, or is no object', () => {
    const json = '{"a":"x\\"y","b":[1,{"c":"]"}],"d":12,"e":true}'
    for (let length = 0; length < json.length; length++) {
      const names = findMembers(json.slice(0, length)).map(({ name }) => name)
      expect('abde'.startsWith(names.join(''))).toBe(true)
    }
    for (const text of ['', '[1]', '{', '{a:1}', '{"a"}', '{"a":}', '{"a":nonsense}', '"{']) {
      expect(findMembers(text)).toEqual([])
    }
  })
})

describe('packDocument', () => {
  it('packs what a verifier can then refuse', () => {
    const signer = signerWith()
    const { document } = dissect(signer.genUserSig('alice'))
    expect(signer.verifyUserSig(packDocument(document)).userId).toBe('alice')
    const forged = packDocument(document.replace('alice', 'admin'))
    expect(() => signer.verifyUserSig(forged)).toThrow(expect.objectContaining({ code: 'bad_signature' }))
    expect(() => packDocument('x'.repeat(2049))).toThrow(expect.objectContaining({ code: 'too_large' }))
  })
})
