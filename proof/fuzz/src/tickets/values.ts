import type { Random } from '../random.ts'
import { words } from './edit.ts'

/** JSON text of values that a field should not have, or only just may. */
const TEXTS = [
  ...words(String.raw`null true false 0 -0 -1 1 1.0 1.5 1e3 1e400 -1e400 1e-400 4294967295 4294967296
    4503599627370496 9007199254740991 9007199254740993 99999999999999999999 1400000000.0 14e8 "1400000000" "" "0"`),
  '" "',
  ...words(String.raw`"\u0000" "\ud800" "\udc00\ud800" "\u2028" "alice\n" "alice\nTLS.sdkappid:1400000000"
    "__proto__" "constructor" [] [1400000000] ["alice"] {} {"valueOf":1} {"toString":null}
    {"__proto__":{"length":44}} {"length":44} [[[[[[[[]]]]]]]] "AAAA" "AAA=" "AAB=" "A" "====" "2.0" 2.0 "2.1"
    "\u0032.0"`),
]

/** What no JSON parser should take. */
const NO_JSON = [
  '',
  ...words("undefined NaN Infinity 01 +1 .5 1. 0x10 'a'"),
  '"\n"',
  ...words(String.raw`"\x41" [ { " 1n 1_000 /**/1`),
]

export const FIELDS = words('TLS.ver TLS.identifier TLS.sdkappid TLS.time TLS.expire TLS.userbuf TLS.sig')

/** A field as its JSON text. */
export type EntryText = [name: string, value: string]

export function oddValue(random: Random): string {
  if (random.once(8)) return random.pick(NO_JSON)
  if (random.once(8)) return JSON.stringify(random.text(random.pick([1, 32, 33, 44, 500]), 'aZ0 +/=\u00e9😀'))
  if (random.once(8)) return String(random.between(-10, 5_000_000_000))
  return random.pick(TEXTS)
}

/** The fields of a document; none of a document that is not an object. */
export function entryTexts(document: string): EntryText[] {
  try {
    return Object.entries(JSON.parse(document)).map(([name, value]) => [JSON.stringify(name), JSON.stringify(value)])
  } catch {
    return []
  }
}

export function objectText(entries: readonly (readonly [name: string, value: string])[]): string {
  return `{${entries.map(([name, value]) => `${name}:${value}`).join(',')}}`
}

/** Puts a field somewhere among the others. */
export function addEntry(random: Random, entries: EntryText[], entry: () => EntryText): void {
  entries.splice(random.below(entries.length + 1), 0, entry())
}
