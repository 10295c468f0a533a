import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserSigError } from '../src/errors.ts'
import { inflate } from '../src/wire/deflate/inflate.ts'

const out = new Uint8Array(2048)

type Answer = { bytes: Buffer } | { fault: string }

function ours(stream: Uint8Array): Answer {
  try {
    const inflated = inflate(stream, 0, stream.length, out)
    return inflated ? { bytes: Buffer.from(out.subarray(0, inflated.length)) } : { fault: 'too large' }
  } catch (error) {
    if (!(error instanceof UserSigError)) throw error
    return { fault: error.message }
  }
}

function zlibs(stream: Uint8Array): Answer & { read?: number } {
  try {
    const { buffer, engine } = inflateRawSync(stream, { info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { bytes: buffer, read: engine.bytesWritten }
  } catch (error) {
    return { fault: String(error) }
  }
}

/** What zlib takes and a ticket need not have. */
const STRICTER = /too large|bytes after the end|padding bits set|far more blocks/

/** Where ours takes a stream, zlib does and reads the same; where only zlib takes it, the reason is a listed one. */
function expectAgreement(stream: Uint8Array): void {
  const [mine, theirs] = [ours(stream), zlibs(stream)]
  if ('bytes' in mine) {
    expect(theirs).toHaveProperty('bytes')
    expect('bytes' in theirs && mine.bytes.equals(theirs.bytes)).toBe(true)
  } else if ('bytes' in theirs) {
    expect(mine.fault).toMatch(STRICTER)
    if (mine.fault === 'too large') expect(theirs.bytes.length).toBeGreaterThan(out.length)
    if (mine.fault.includes('behind')) expect(theirs.read).toBeLessThan(stream.length)
  }
}

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_SYNC_FLUSH, Z_FULL_FLUSH } = constants

const options = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
})

const data = fc.oneof(
  fc.uint8Array({ maxLength: 2048 }),
  fc.uint8Array({ max: 3, maxLength: 2048 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => Buffer.from(text)),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 50 }))
    .map(([piece, times]) => Buffer.concat(Array.from({ length: times }, () => piece))),
  // Few letters, most of them rare: codes of very different lengths.
  fc
    .array(fc.nat(15), { maxLength: 2000 })
    .map((bits) => Uint8Array.from(bits, (bit) => 2 ** (bit % 8) - 1 + (bit >> 3))),
)

/** Streams of several blocks of different kinds, as flushes leave them. */
function deflateInPieces(pieces: readonly Uint8Array[], settings: object, finishFlush: number): Buffer {
  const parts = pieces.map((piece) => deflateRawSync(piece, { ...settings, finishFlush }))
  return Buffer.concat([...parts, deflateRawSync(Buffer.from('end'), settings)])
}

describe('inflate beside zlib', () => {
  it('reads what zlib writes, at all levels and with all strategies', () => {
    fc.assert(
      fc.property(data, options, (bytes, settings) => {
        const answer = ours(deflateRawSync(bytes, settings))
        if (bytes.length > out.length) expect(answer).toEqual({ fault: 'too large' })
        else expect('bytes' in answer && answer.bytes.equals(bytes)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads streams of many blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }),
        options,
        fc.constantFrom(Z_SYNC_FLUSH, Z_FULL_FLUSH),
        (pieces, settings, flush) => {
          const stream = deflateInPieces(pieces, settings, flush)
          expect(ours(stream)).toEqual({ bytes: Buffer.concat([...pieces, Buffer.from('end')]) })
          expectAgreement(stream)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('agrees on streams that were changed', () => {
    const edits = fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(data, options, edits, (bytes, settings, changes) => {
        const stream = deflateRawSync(bytes, settings)
        for (const [at, mask] of changes) stream[at % stream.length]! ^= mask
        expectAgreement(stream)
      }),
      { numRuns: 3000 },
    )
  })

  it('agrees on streams that were cut off or go on', () => {
    fc.assert(
      fc.property(data, options, fc.nat(4000), fc.uint8Array({ maxLength: 4 }), (bytes, settings, at, more) => {
        const stream = deflateRawSync(bytes, settings)
        expectAgreement(stream.subarray(0, at % (stream.length + 1)))
        expectAgreement(Buffer.concat([stream, more]))
        expectAgreement(Buffer.concat([stream.subarray(0, at % (stream.length + 1)), more]))
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees on bytes by chance', () => {
    const start = fc.constantFrom<number[]>([], [0x05], [0x04], [0x03], [0x4d], [0xed, 0xc0], [0x05, 0xe0, 0x81, 0x08])
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 120 }), (head, bytes) =>
        expectAgreement(Uint8Array.of(...head, ...bytes)),
      ),
      { numRuns: 5000 },
    )
  })

  it('agrees on the shortest streams', () => {
    expectAgreement(new Uint8Array(0))
    for (let byte = 0; byte < 256; byte++) expectAgreement(Uint8Array.of(byte))
    for (let word = 0; word < 65_536; word += 61) expectAgreement(Uint8Array.of(word & 255, word >> 8))
  })

  it('agrees on every flipped bit of streams with a single distance, or none', () => {
    const text = Buffer.from(Array.from({ length: 250 }, (_, i) => `${(i * i) % 97}${'z'.repeat(i % 9)}`).join(''))
    for (const strategy of [Z_RLE, Z_HUFFMAN_ONLY]) {
      const stream = deflateRawSync(text, { strategy })
      for (let bit = 0; bit < stream.length * 8; bit++) {
        stream[bit >> 3]! ^= 1 << (bit & 7)
        expectAgreement(stream)
        stream[bit >> 3]! ^= 1 << (bit & 7)
      }
    }
  })

  it('reads 32 blocks and no more', () => {
    const blocks = (count: number) =>
      Buffer.concat([
        ...Array.from({ length: count - 1 }, () => Buffer.of(0, 0, 0, 255, 255)),
        Buffer.of(1, 0, 0, 255, 255),
      ])
    expect(ours(blocks(32))).toEqual({ bytes: Buffer.alloc(0) })
    expect(ours(blocks(33))).toEqual({ fault: 'the compressed data has far more blocks than a ticket' })
    expectAgreement(blocks(33))
  })

  it('names the kind of the first block', () => {
    const kind = (stream: Buffer) => inflate(stream, 0, stream.length, out)?.firstBlock
    const text = Buffer.from(Array.from({ length: 500 }, (_, i) => `${(i * i) % 97}`).join(''))
    expect(kind(deflateRawSync(text, { level: 0 }))).toBe('stored')
    expect(kind(deflateRawSync(text, { strategy: Z_FIXED }))).toBe('fixed')
    expect(kind(deflateRawSync(text))).toBe('dynamic')
  })

  it('stays within the range of the input that it is given', () => {
    const stream = deflateRawSync(Buffer.from('a text, a text, a text'))
    const around = Buffer.concat([Buffer.alloc(7, 255), stream, Buffer.alloc(7, 255)])
    expect(inflate(around, 7, 7 + stream.length, out)?.length).toBe(22)
    expect(() => inflate(around, 7, 6 + stream.length, out)).toThrowError(/ends in the middle|bytes after/)
    expect(() => inflate(around, 7, 8 + stream.length, out)).toThrowError(/bytes after/)
  })

  it('fills its output and nothing more', () => {
    const room = new Uint8Array(16)
    for (const strategy of [Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY]) {
      for (const level of [0, 9]) {
        const exact = deflateRawSync(Buffer.alloc(16, 'ab'), { strategy, level })
        expect(inflate(exact, 0, exact.length, room)?.length).toBe(16)
        const more = deflateRawSync(Buffer.alloc(17, 'ab'), { strategy, level })
        expect(inflate(more, 0, more.length, room)).toBeUndefined()
      }
    }
  })
})
