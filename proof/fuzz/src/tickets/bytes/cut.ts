import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** The zlib stream without its end, its beginning, or some of its middle. */
export const cut: Mutate = (random, { bytes }) => {
  const at = random.below(bytes.length)
  const end = at + random.between(1, 16)
  return toTicket(
    random.pick([
      bytes.subarray(0, at),
      bytes.subarray(at),
      Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]),
    ]),
  )
}
