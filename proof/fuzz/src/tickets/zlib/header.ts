import { deflateRawSync, gzipSync } from 'node:zlib'
import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** Other methods, windows, dictionaries, a wrong check of the header, gzip, or no header at all. */
export const header: Mutate = (random, { bytes, document }) => {
  if (random.once(8)) return toTicket(random.pick([gzipSync, deflateRawSync])(document))
  const changed = Uint8Array.from(bytes)
  const method = random.pick([0x78, 0x08, 0x18, 0x88, 0xf8, 0x79, random.below(256)])
  let flags = random.pick([0x20, 0xe0, random.below(256)])
  // Most have the right check, or nothing behind it would be reached.
  if (!random.once(4)) flags = (flags & 0xe0) | ((31 - (((method << 8) | (flags & 0xe0)) % 31)) % 31)
  changed[0] = method
  changed[1] = flags
  return toTicket(changed)
}
