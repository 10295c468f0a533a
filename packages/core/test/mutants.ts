import { createHmac } from 'node:crypto'
import { constants, deflateSync, inflateSync } from 'node:zlib'
import { fromTicket, toTicket } from './cases/craft.ts'

/*
 * Changed tickets without end, each from a number: the same number gives the same ticket. Half of those whose document is
 * changed are signed anew, since a fault of a reader shows where the signature fits.
 */

export interface Application {
  readonly sdkAppId: number
  readonly secretKey: string
}

/** Numbers by chance that one number decides (mulberry32). */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T
  }
}

const TICKET_CHARACTERS = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-_',
  '+',
  '/',
  '=',
  'é',
  '\n',
]
const PIECES = [
  ...[
    '"',
    '\\',
    ',',
    ':',
    ' ',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '\t',
    '\u0000',
    '\u007f',
    'é',
    '用',
    '\ud83d\ude00',
    '\\/',
    '\\"',
  ],
  ...['\\u0061', '0', '1', '-', '-0', '.0', 'e0', '00', '1e3', 'null', 'true', '""', '9007199254740993', '4294967296'],
  ...['"TLS.ver":"2.0"', '"TLS.time":1', '"TLS.userbuf":""', '"TLS.userbuf":"AAAA"', '"x":1', '"__proto__":{}', 'TLS.'],
]
const VALUES = [
  ...[
    '0',
    '1',
    '-0',
    '-1',
    '1.0',
    '1e3',
    '01',
    '"1"',
    'null',
    'true',
    '[]',
    '{}',
    '""',
    '"2.0"',
    '"é"',
    '"a\\u0062"',
    '" "',
  ],
  ...[
    '4294967295',
    '4294967296',
    '999999999999999',
    '1000000000000000',
    '4503599627370497',
    '9007199254740993',
    '"AA=="',
  ],
  ...[
    '"AB=="',
    '"A"',
    '"AAAA"',
    '"AA"',
    '"AAAA\\/w=="',
    '"AAAA/w=="',
    '"alice"',
    '"\\"',
    '"a\\"b"',
    '"a\\\\b"',
    '"\n"',
  ],
]
const NAMES = ['TLS.ver', 'TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.userbuf', 'TLS.sig', 'other']

function splice(text: string, at: number, deleted: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + deleted)
}

type Change = (text: string, chance: Chance) => string

/** What is done to the text of a document. */
const DOCUMENT_CHANGES: readonly Change[] = [
  (text, chance) => splice(text, chance.below(text.length + 1), chance.below(3), chance.pick(PIECES)),
  (text, chance) => splice(text, chance.below(text.length + 1), 1 + chance.below(12), ''),
  (text, chance) => splice(text, chance.below(text.length + 1), 1, String.fromCharCode(chance.below(256))),
  (text, chance) => withMember(text, chance.pick(NAMES), chance.pick(VALUES)),
  (text, chance) => text.replace('{', `{${JSON.stringify(chance.pick(NAMES))}:${chance.pick(VALUES)},`),
  (text, chance) =>
    text.replaceAll(chance.pick([',', ':', '{', '}', '"']), (each) => each + chance.pick(['', ' ', '  ', '\t'])),
  (text, chance) => text + chance.pick(['\n', ' ', '\n\n', '\0', ',', '}']),
  (text) => text.replaceAll('/', '\\/'),
  (text, chance) => shuffled(text, chance),
]

function withMember(text: string, name: string, value: string): string {
  return text.replace(new RegExp(`("${name}" ?: ?)("[^"]*"|[0-9]+)`), (_, head: string) => head + value)
}

function shuffled(text: string, chance: Chance): string {
  const members = text.slice(1, -1).split(/,(?=")/)
  const order = members.map((member) => ({ member, key: chance.below(1e6) })).sort((a, b) => a.key - b.key)
  return `{${order.map(({ member }) => member).join(',')}}`
}

const PACKERS: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
  (bytes) => deflateSync(bytes),
  (bytes) => deflateSync(bytes, { level: 0 }),
  (bytes) => deflateSync(bytes, { strategy: constants.Z_FIXED }),
  (bytes) => deflateSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY }),
]

/** Signs what a reader of JSON finds in a document, if that is possible at all. */
function signedAnew(text: string, { secretKey }: Application): string {
  let json: Record<string, unknown>
  try {
    json = JSON.parse(text)
  } catch {
    return text
  }
  if (typeof json !== 'object' || json === null) return text
  const lines = ['TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.userbuf']
  const content = lines
    .filter((name) => json[name] !== undefined)
    .map((name) => `${name}:${json[name]}\n`)
    .join('')
  const signature = createHmac('sha256', secretKey).update(content).digest('base64')
  return text.replace(/("TLS\.sig" ?: ?)"[^"]*"/, (_, head: string) => `${head}"${signature}"`)
}

function changedDocument(ticket: string, application: Application, chance: Chance): string {
  let text = inflateSync(fromTicket(ticket)).toString()
  for (let changes = chance.below(3); changes >= 0; changes--) text = chance.pick(DOCUMENT_CHANGES)(text, chance)
  if (chance.below(2) === 0) text = signedAnew(text, application)
  return toTicket(chance.pick(PACKERS)(Buffer.from(text)))
}

function changedBytes(ticket: string, chance: Chance): string {
  const bytes = Buffer.from(fromTicket(ticket))
  for (let changes = chance.below(3); changes >= 0; changes--) bytes[chance.below(bytes.length)] = chance.below(256)
  const cut = chance.below(8) === 0 ? chance.below(bytes.length) : bytes.length
  return toTicket(bytes.subarray(0, cut))
}

function changedCharacters(ticket: string, chance: Chance): string {
  let text = ticket
  for (let changes = chance.below(3); changes >= 0; changes--) {
    text = splice(text, chance.below(text.length + 1), chance.below(3), chance.pick(TICKET_CHARACTERS))
  }
  return text
}

/** The changed ticket of a number. */
export function mutantOf(seed: number, tickets: readonly string[], application: Application): string {
  const chance = new Chance(seed)
  const ticket = chance.pick(tickets)
  const way = chance.below(4)
  if (way === 0) return changedCharacters(ticket, chance)
  return way === 1 ? changedBytes(ticket, chance) : changedDocument(ticket, application, chance)
}
