import type { Random } from '../random.ts'
import { words } from './edit.ts'

/** JSON text of values that a field should not have, or only just may. */
const TEXTS = [
  ...words(`null true false 0 -0 -1 1 1.0 1.5 1e3 1e400 -1e400 1e-400 4294967295 4294967296
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

export const SPACES = [' ', '\n', '\t', '\r\n', '   ', '', '\u00a0', '\ufeff', '\v', '\u2028', '//\n']

/** A text in JSON, with those of its characters as `\uXXXX` that `which` chooses. */
export function escaped(text: string, which: () => boolean): string {
  const unit = (each: string) =>
    which() ? `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}` : JSON.stringify(each).slice(1, -1)
  return `"${text.split('').map(unit).join('')}"`
}

/** The same field in another spelling: escapes, slashes, white space, numbers with exponents. */
export function respelled(random: Random, [name, value]: EntryText): EntryText {
  const space = () => (random.once(3) ? random.pick(SPACES.slice(0, 6)) : '')
  const spelling = /^\d+$/.test(value) ? respelledNumber(random, value) : respelledText(random, value)
  return [space() + (random.once(4) ? respelledText(random, name) : name) + space(), space() + spelling + space()]
}

function respelledNumber(random: Random, digits: string): string {
  return random.pick([
    digits,
    `${digits}.0`,
    `${digits}.000`,
    `${digits}e0`,
    `${digits}E+00`,
    `${digits}0e-1`,
    `0.${digits}e${digits.length}`,
  ])
}

function respelledText(random: Random, text: string): string {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'string') return text
  const often = random.pick([1, 4, 30])
  const spelling = escaped(value, () => random.once(often))
  return random.once(3) ? spelling.replaceAll('/', '\\/').replace(/\\u[\da-f]{4}/g, upperCaseHex) : spelling
}

function upperCaseHex(unit: string): string {
  return `\\u${unit.slice(2).toUpperCase()}`
}
