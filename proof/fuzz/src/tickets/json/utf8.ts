import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'

const PIECES = [
  // Overlong: a slash, NUL, a quote; surrogates; beyond U+10FFFF; cut off; alone; byte order marks.
  [0xc0, 0xaf],
  [0xc0, 0x80],
  [0xc0, 0xa2],
  [0xe0, 0x80, 0xa2],
  [0xf0, 0x80, 0x80, 0xa2],
  [0xed, 0xa0, 0x80],
  [0xed, 0xb0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
  [0xe2, 0x82],
  [0x80],
  [0xff],
  [0xfe],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0],
]

/** Bytes that are not UTF-8, or should not be there. */
export const utf8: Mutate = (random, { document }) => {
  const content = Buffer.from(document)
  const at = random.pick([0, content.length, random.below(content.length + 1)])
  if (random.once(10)) return pack(random, Buffer.from(document, random.pick(['utf16le', 'latin1'])))
  return pack(random, Buffer.concat([content.subarray(0, at), Buffer.from(random.pick(PIECES)), content.subarray(at)]))
}
