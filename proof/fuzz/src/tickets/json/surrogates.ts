import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'

const PIECES = [
  '\\ud800',
  '\\udc00',
  '\\udc00\\ud800',
  '\\ud83d\\ude00',
  '\\u0000',
  '\\u000a',
  '\\u000d',
  '\\u007f',
  '\\u0085',
  '\\u2028',
  '\\ufeff',
  '\\ufffe',
  '\\u202e',
  '\\/',
  '\\"',
  '\\\\',
  '\\u00e9',
  '\\u0065\\u0301',
]

/** Escapes within a string: surrogates alone or the wrong way round, control characters, and harmless ones. */
export const surrogates: Mutate = (random, { document }) => {
  const quotes = [...document.matchAll(/"(?=[^"]*")/g)].map(({ index }) => index + 1)
  if (quotes.length === 0) return pack(random, document)
  const at = random.pick(quotes)
  return pack(random, document.slice(0, at) + random.pick(PIECES) + document.slice(at))
}
