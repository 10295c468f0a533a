import { splice, spliceBytes, times, words } from './edit.ts'
import { pack } from './pack.ts'
import type { Changes } from './sample.ts'
import { addEntry, entryTexts, escaped, FIELDS, objectText, oddValue, respelled, SPACES } from './values.ts'

const RESPELLED_NUMBERS: readonly ((digits: string) => string)[] = [
  (digits) => `-${digits}`,
  (digits) => `${digits}.0`,
  (digits) => `${digits}.5`,
  (digits) => `${digits}e0`,
  (digits) => `${digits}0e-1`,
  (digits) => `${digits}e400`,
  (digits) => `${digits}e-400`,
  (digits) => `0${digits}`,
  (digits) => `${digits}000000000000000`,
  (digits) => `"${digits}"`,
  (digits) => String(BigInt(digits) + 2n ** 32n),
  (digits) => String(BigInt(digits) + 2n ** 53n),
  (digits) => `${digits}.00000000000000000001`,
  (digits) => `${Number(digits) - 1}.9999999999999999999999`,
  () => '-0',
  () => '0e999',
  () => '9'.repeat(400),
  (digits) => `${digits}E0`,
  (digits) => `${digits}e+0`,
  (digits) => `${digits}e-0`,
  (digits) => `${digits}e00`,
  (digits) => `${digits}e`,
  (digits) => `${digits}.`,
  (digits) => `${digits}.e0`,
  (digits) => `${digits.slice(0, 1)}.${digits.slice(1)}e${digits.length - 1}`,
  (digits) => `0.${digits}e${digits.length}`,
  (digits) => `+${digits}`,
  (digits) => `--${digits}`,
  (digits) => `- ${digits}`,
  (digits) => `00${digits}`,
  (digits) => `0x${BigInt(digits).toString(16)}`,
  (digits) => `${digits}n`,
  (digits) => `${digits.slice(0, -1)}_${digits.slice(-1)}`,
  (digits) => `${digits.slice(0, -1)} ${digits.slice(-1)}`,
  (digits) => Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
  (digits) => String(BigInt(digits) + 1n),
  (digits) => String(BigInt(digits) - 1n),
  (digits) => digits.slice(0, -1),
]

const PROTOTYPE_NAMES = words(String.raw`"__proto__" "constructor" "prototype" "toString" "valueOf" "toJSON" "then"
  "hasOwnProperty" "\u005f_proto__"`)

const SHAPES: readonly ((depth: number) => string)[] = [
  (depth) => '['.repeat(depth) + ']'.repeat(depth),
  (depth) => '['.repeat(depth),
  (depth) => `${'{"a":'.repeat(depth / 6)}1${'}'.repeat(depth / 6)}`,
  (depth) => `[${'[],'.repeat(depth / 3)}[]]`,
  (depth) => `[${'{},'.repeat(depth / 3)}{}]`,
  (depth) => `[${'1,'.repeat(depth / 2)}1]`,
  (depth) => `{${Array.from({ length: depth / 8 }, (_, i) => `"${i}":1`).join(',')}}`,
  (depth) => `"${'\\u0041'.repeat(depth / 6)}"`,
]

const ESCAPES = words(String.raw`\ud800 \udc00 \udc00\ud800 \ud83d\ude00 \u0000 \u000a \u000d \u007f \u0085 \u2028
  \ufeff \ufffe \u202e \/ \" \\ \u00e9 \u0065\u0301`)

/** Overlong: a slash, NUL, a quote; surrogates; beyond U+10FFFF; cut off; alone; byte order marks. */
const NO_UTF8 = words(
  'c0af c080 c0a2 e080a2 f08080a2 eda080 edb080 f4908080 f888808080 e282 80 ff fe efbbbf fffe 00',
).map((hex) => Buffer.from(hex, 'hex'))

const UNKNOWN_NAMES = [
  '',
  ...words('userId TLS TLS. TLS.userBuf tls.identifier TLS.appid_at_3rd TLS.account_type 0 sdkAppId é'),
]

/** The bounds of the core: so many bytes, and in longer documents so many commas, brackets and braces. */
const MAX_BYTES = 2048
const MAX_VALUES = 128

/** Changes of the JSON document. */
export const JSON_DOCUMENT: Changes = {
  /** Fields with values of another type or beyond their range. */
  types(random, { document }) {
    const entries = entryTexts(document)
    for (let n = random.between(1, 2); n > 0 && entries.length > 0; n--) random.pick(entries)[1] = oddValue(random)
    return pack(random, objectText(entries))
  },

  /** A document that is not an object, or has the object in something else. */
  noObject: (random, { document }) =>
    pack(
      random,
      random.pick([
        oddValue(random),
        `[${document}]`,
        JSON.stringify(document),
        `{"TLS":${document}}`,
        `${document}${document}`,
      ]),
    ),

  /** A number in another spelling, beyond 2 ** 53, endless, or -0. */
  numbers(random, { document }) {
    const found = [...document.matchAll(/:\s*(\d+)/g)]
    if (found.length === 0) return pack(random, document)
    const [whole, digits] = random.pick(found)
    return pack(random, document.replace(whole, `:${random.pick(RESPELLED_NUMBERS)(digits ?? '0')}`))
  },

  /** A field twice, in the same or another spelling of its name, with another value before or after the right one. */
  duplicates(random, { document }, corpus) {
    const entries = entryTexts(document)
    const name = random.pick(FIELDS)
    const spelling = random.pick([name, name, name.toUpperCase(), `${name} `, `${name}\0`])
    const other = entryTexts(random.pick(corpus).document).find(([its]) => its === JSON.stringify(name))
    const value = random.once(2) && other ? other[1] : oddValue(random)
    const text = random.once(3) ? escaped(spelling, () => true) : JSON.stringify(spelling)
    addEntry(random, entries, () => [text, value])
    return pack(random, objectText(entries))
  },

  /** Fields that are not there themselves, but in what could become the prototype; and names that objects have anyway. */
  prototype(random, { document }) {
    const entries = entryTexts(document)
    const moved = random.pick(FIELDS.map((name) => JSON.stringify(name)))
    const kept = random.once(2) ? entries.filter(([name]) => name !== moved) : entries
    const inner = random.pick([
      document,
      objectText(entries.filter(([name]) => name === moved)),
      '{"userId":"admin"}',
      'null',
      '[]',
    ])
    addEntry(random, kept, () => [random.pick(PROTOTYPE_NAMES), inner])
    return pack(random, objectText(kept))
  },

  /** Something deep, wide, or otherwise dear beside the right fields, or instead of them. */
  nesting(random, { document }) {
    const room = Math.max(0, 2030 - Buffer.byteLength(document))
    const amount = random.pick([8, 100, 126, 128, 130, 512, room, room, 2000, 10_000])
    const value = random.pick(SHAPES)(amount)
    return pack(random, random.once(4) ? value : document.replace(/^\{/, `{"a":${value},`))
  },

  /** Escapes within a string: surrogates alone or the wrong way round, control characters, and harmless ones. */
  surrogates(random, { document }) {
    const quotes = [...document.matchAll(/"(?=[^"]*")/g)].map(({ index }) => index + 1)
    if (quotes.length === 0) return pack(random, document)
    return pack(random, splice(document, random.pick(quotes), 0, random.pick(ESCAPES)))
  },

  /** Bytes that are not UTF-8, or should not be there. */
  utf8(random, { document }) {
    const content = Buffer.from(document)
    const at = random.pick([0, content.length, random.below(content.length + 1)])
    if (random.once(10)) return pack(random, Buffer.from(document, random.pick(['utf16le', 'latin1'])))
    return pack(random, spliceBytes(content, at, 0, random.pick(NO_UTF8)))
  },

  /** Fields that nobody asked for. */
  unknownKeys(random, { document }) {
    const entries = entryTexts(document)
    times(random.pick([1, 2, 20]), () =>
      addEntry(random, entries, () => [JSON.stringify(random.pick(UNKNOWN_NAMES)), oddValue(random)]),
    )
    return pack(random, objectText(entries))
  },

  /** One field less, or two of them with each other's value. */
  missing(random, { document }) {
    const entries = entryTexts(document)
    const at = random.below(entries.length)
    const [entry] = entries.splice(at, 1)
    if (random.once(2) && entry && entries.length > 0) {
      const other = random.pick(entries)
      entries.push([entry[0], other[1]])
      other[1] = entry[1]
    }
    return pack(random, objectText(entries))
  },

  /** The same fields in another order, with white space that JSON knows and other that it does not, and commas too many. */
  layout(random, { document }) {
    const space = () => (random.once(2) ? '' : random.pick(SPACES.slice(0, random.once(6) ? SPACES.length : 6)))
    const entries = random
      .shuffled(entryTexts(document))
      .map(([name, value]) => `${space() + name + space()}:${space()}${value}`)
    const end = random.once(12) ? ',' : ''
    return pack(random, `${space()}{${entries.join(`${space()},`)}${end}${space()}}${space()}`)
  },

  /** Any character of the document other, more, or less, with a checksum that fits. */
  text(random, { document }) {
    const at = random.below(document.length + 1)
    const piece = random.pick(['', ...'"\\,:{}[]09-.ea \n\0😀'])
    return pack(random, splice(document, at, random.below(3), piece))
  },

  /** A field twice with the same value, or all of them; or one whose names differ in their spelling alone. */
  twice(random, { document }) {
    const entries = entryTexts(document)
    if (entries.length === 0) return pack(random, document)
    if (random.once(4)) return pack(random, objectText([...entries, ...entries]))
    const [name, value] = random.pick(entries)
    addEntry(random, entries, () => [random.pick([name, escaped(JSON.parse(name), () => random.once(4))]), value])
    return pack(random, objectText(entries))
  },

  /** The same names and values, spelled in other ways: all of it means what was signed. */
  respelled: (random, { document }) =>
    pack(random, objectText(entryTexts(document).map((entry) => (random.once(2) ? respelled(random, entry) : entry)))),

  /** One byte of the document another one, often its neighbour, with a checksum that fits. */
  byte(random, { document }) {
    const content = Buffer.from(document)
    const at = random.below(content.length)
    const byte = content[at] ?? 0
    content[at] = random.pick([byte + 1, byte - 1, byte ^ (1 << random.below(8)), random.below(256)])
    return pack(random, content)
  },

  /** As long as a document may be, or with as many values; or one more, or one less. */
  bounds(random, { document }) {
    const beyond = random.between(-1, 1)
    const bytes = MAX_BYTES + beyond - Buffer.byteLength(document) - '"a":"",'.length
    const values = MAX_VALUES + beyond - (document.match(/[,[{]/g)?.length ?? 0) - '[,'.length
    const field = random.once(2) ? `"${'a'.repeat(Math.max(0, bytes))}"` : `[1${',10000'.repeat(Math.max(0, values))}]`
    return pack(random, document.replace('{', `{"a":${field},`))
  },
}
