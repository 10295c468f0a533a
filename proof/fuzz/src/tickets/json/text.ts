import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** Any character of the document other, more, or less, with a checksum that fits. */
export const text: Mutate = (random, { document }) => {
  const at = random.below(document.length + 1)
  const piece = random.pick([
    '',
    '"',
    '\\',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    '0',
    '9',
    '-',
    '.',
    'e',
    'a',
    ' ',
    '\n',
    '\0',
    '😀',
  ])
  return pack(random, document.slice(0, at) + piece + document.slice(at + random.below(3)))
}
