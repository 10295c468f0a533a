import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

const BEGINNINGS = [
  [],
  [0x78, 0x9c],
  [0x78, 0x01, 0x01],
  [0x78, 0x9c, 0x05],
  [0x78, 0x9c, 0xed, 0xc0],
  [0x1f, 0x8b, 8, 0],
]

/** Nothing but chance, behind a beginning that looks right. */
export const noise: Mutate = (random) =>
  toTicket(Buffer.concat([Buffer.from(random.pick(BEGINNINGS)), random.bytes(random.pick([1, 30, 300, 3000]))]))
