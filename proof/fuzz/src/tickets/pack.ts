import { constants, deflateRawSync, inflateSync } from 'node:zlib'
import type { Random } from '../random.ts'

/*
 * The layers of a ticket, made and read with Node alone: nothing of it comes from the library under test.
 */

export function toTicket(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return text.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}

export function fromTicket(ticket: string): Buffer {
  return Buffer.from(ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64')
}

export function unpack(bytes: Uint8Array): Buffer {
  return inflateSync(bytes, { maxOutputLength: 1 << 16 })
}

/** RFC 1950, section 9. */
export function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (let i = 0; i < bytes.length; i++) {
    a += bytes[i] as number
    b += a
    // Nothing overflows in between: the sums of so many bytes stay below 2 ** 53.
    if ((i & 0xffff) === 0xffff) [a, b] = [a % 65521, b % 65521]
  }
  a %= 65521
  b %= 65521
  return ((b << 16) | a) >>> 0
}

/** Puts a DEFLATE stream between the header of zlib and the checksum of what it unpacks to. */
export function wrap(deflated: Uint8Array, content: Uint8Array): Buffer {
  const stream = Buffer.allocUnsafe(deflated.length + 6)
  stream[0] = 0x78
  stream[1] = 0x9c
  stream.set(deflated, 2)
  stream.writeUInt32BE(adler32(content), deflated.length + 2)
  return stream
}

/** One stored block (RFC 1951, section 3.2.4). */
export function storedBlock(content: Uint8Array, last: boolean): Buffer {
  const block = Buffer.allocUnsafe(content.length + 5)
  block[0] = last ? 1 : 0
  block.writeUInt16LE(content.length, 1)
  block.writeUInt16LE(~content.length & 0xffff, 3)
  block.set(content, 5)
  return block
}

const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_SYNC_FLUSH } = constants

/** Packs a document in one of the ways in which it may be packed. */
export function pack(random: Random, document: string | Uint8Array): string {
  const content = typeof document === 'string' ? Buffer.from(document) : document
  return toTicket(wrap(deflate(random, content), content))
}

function deflate(random: Random, content: Uint8Array): Buffer {
  const way = random.below(10)
  if (way < 6 && content.length < 65_536) return storedBlock(content, true)
  const strategy = random.pick([Z_DEFAULT_STRATEGY, Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE])
  // Small windows and tables: zlib clears them for each call, which takes longer than to deflate a ticket.
  const settings = { level: random.between(1, 9), strategy, memLevel: random.between(1, 4), windowBits: 9 }
  if (way < 9) return deflateRawSync(content, settings)
  const half = random.below(content.length + 1)
  return Buffer.concat([
    deflateRawSync(content.subarray(0, half), { ...settings, finishFlush: Z_SYNC_FLUSH }),
    random.once(2) && content.length < 65_536
      ? storedBlock(content.subarray(half), true)
      : deflateRawSync(content.subarray(half), settings),
  ])
}
