import { spliceBytes, times } from './edit.ts'
import { toTicket } from './pack.ts'
import type { Changes } from './sample.ts'

const BEGINNINGS = [
  [],
  [0x78, 0x9c],
  [0x78, 0x01, 0x01],
  [0x78, 0x9c, 0x05],
  [0x78, 0x9c, 0xed, 0xc0],
  [0x1f, 0x8b, 8, 0],
]

/** Changes of the bytes of the zlib stream. */
export const BYTES: Changes = {
  /** A few other bits. */
  flipBits(random, { bytes }) {
    const changed = Uint8Array.from(bytes)
    times(random.between(1, 5), () => {
      const at = random.below(changed.length)
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
    })
    return toTicket(changed)
  },

  /** Bytes by chance over some of the others. */
  overwrite(random, { bytes }) {
    const changed = Uint8Array.from(bytes)
    const length = Math.min(changed.length, random.pick([1, 2, 4, 32]))
    const fill = random.pick([random.bytes(length), new Uint8Array(length), new Uint8Array(length).fill(255)])
    changed.set(fill, random.below(changed.length - length + 1))
    return toTicket(changed)
  },

  /** Without the end, the beginning, or some of the middle. */
  cut(random, { bytes }) {
    const at = random.below(bytes.length)
    const middle = spliceBytes(bytes, at, random.between(1, 16), new Uint8Array(0))
    return toTicket(random.pick([bytes.subarray(0, at), bytes.subarray(at), middle]))
  },

  /** Nothing but chance, after a beginning that looks right. */
  noise: (random) =>
    toTicket(Buffer.concat([Buffer.from(random.pick(BEGINNINGS)), random.bytes(random.pick([1, 30, 300, 3000]))])),

  /** A piece once more, at the same or another place. */
  repeat(random, { bytes }) {
    const from = random.below(bytes.length)
    const piece = bytes.subarray(from, from + random.pick([1, 4, 32]))
    return toTicket(spliceBytes(bytes, random.pick([from, random.below(bytes.length)]), 0, piece))
  },
}
