import { decodeBase64, encodeBase64, STANDARD } from './base64.ts'
import { type Finding, type Found, found, toFinding } from './findings.ts'
import type { FindingCode } from './words/findings.ts'
import type { PhraseCode } from './words/phrases.ts'
import type { Words } from './words/words.ts'

/** The key of one application, to find out whether it signed a ticket. */
export interface AppKey {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** SDKSecretKey of the same application, or several during a rotation. */
  readonly secretKey: string | readonly string[]
}

/** A key as it was given, and as it was probably meant. */
export interface ReadKey {
  readonly given: string
  /** The same as `given` where nothing can be put right. */
  readonly meant: string
  readonly doubts: readonly FindingCode[]
  /** How `given` differs from `meant`. */
  readonly change: PhraseCode | undefined
}

const PLAIN_KEY = /^[0-9a-f]{64}$/
const ANY_HEX_KEY = /^[0-9a-f]{64}$/i
/** No key is longer; what is longer is not looked at further. */
const MAX_KEY_LENGTH = 4096

/**
 * Keys that stand in public READMEs and demos.
 * Source: github.com/tencentyun/tls-sig-api-v2-node README.md, and its editions for other languages.
 */
export const SAMPLE_KEYS = ['5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e']

/** Takes off a key what does not belong to it, and says what is doubtful about it. */
export function readKey(given: string): ReadKey {
  const doubts: FindingCode[] = []
  if (given.trim() === '') return { given, meant: given, doubts: ['key_empty'], change: undefined }
  if (given.length > MAX_KEY_LENGTH) return { given, meant: given, doubts: ['key_not_hex'], change: undefined }
  let meant = given
  let change: PhraseCode | undefined
  for (const [doubt, phrase, apply] of REPAIRS) {
    const next = apply(meant)
    if (next === meant) continue
    meant = next
    change ??= phrase
    doubts.push(doubt)
  }
  const shape = findShape(meant)
  if (shape) doubts.push(shape)
  return { given, meant, doubts, change }
}

type Repair = readonly [doubt: FindingCode, change: PhraseCode, apply: (key: string) => string]

const REPAIRS: readonly Repair[] = [
  ['key_white_space', 'as_given_space', withoutSpace],
  ['key_prefix', 'as_given_name', (key) => key.replace(/^(?:export)?[A-Za-z_][\w.]{2,40}[=:](?=.)/, '')],
  ['key_quotes', 'as_given_quotes', (key) => key.replace(/^["'`“‘]|["'`”’][,;]?$/g, '')],
  ['key_upper_case', 'as_given_case', (key) => (ANY_HEX_KEY.test(key) ? key.toLowerCase() : key)],
  ['key_base64', 'as_given_base64', fromBase64],
]

/** White space at the ends, or in the midst of hexadecimal digits that were wrapped. */
function withoutSpace(key: string): string {
  if (/^\s*-+BEGIN/.test(key)) return key
  const bare = key.replace(/[\s\u200b\ufeff]+/g, '')
  return ANY_HEX_KEY.test(bare) ? bare : key.trim()
}

function fromBase64(key: string): string {
  if (!/^[\w+/-]{86,88}={0,2}$/.test(key)) return key
  const text = new TextDecoder().decode(decodeBase64(key, STANDARD))
  return PLAIN_KEY.test(text) ? text : key
}

function findShape(key: string): FindingCode | undefined {
  if (SAMPLE_KEYS.includes(key)) return 'key_sample'
  if (PLAIN_KEY.test(key)) return undefined
  if (/^-+BEGIN/.test(key)) return 'key_pem'
  if (/^[0-9a-f]{64}(,[0-9a-f]{64})+$/i.test(key)) return 'key_several'
  if (/^e[AFJN][\w*+/=-]{80,}$/.test(key)) return 'key_ticket'
  if (/^AKID/.test(key) || /^(?![0-9a-f]+$)[A-Za-z0-9]{32}$/.test(key)) return 'key_cloud_api'
  if (/^[0-9a-f]{56,72}$/i.test(key)) return 'key_length'
  if (/^(x+|\*+|y?our.*|replace.*|todo|secret|changeme|undefined|null|\[object.*|请.*|填.*|密钥)$/i.test(key))
    return 'key_placeholder'
  return 'key_not_hex'
}

/** The application of the same READMEs: there its key is in its place. */
export const SAMPLE_APP = 1_400_000_000

/** What is doubtful about the keys of an application. */
export function findKeyDoubts({ sdkAppId, secretKey }: AppKey): Found[] {
  const keys: readonly string[] = Array.isArray(secretKey) ? secretKey : [secretKey as string]
  return keys
    .flatMap((key) => readKey(key).doubts.map((doubt) => toFound(doubt, key, sdkAppId)))
    .filter(({ code }) => code !== 'key_sample' || sdkAppId !== SAMPLE_APP)
}

/** What is doubtful about a key of nobody knows which application. */
export const findDoubts = (key: string): Found[] => readKey(key).doubts.map((doubt) => toFound(doubt, key, 0))

function toFound(doubt: FindingCode, key: string, sdkAppId: number): Found {
  return found(doubt, { sdkAppId, length: readKey(key).meant.length })
}

/** Of `inspectSecretKey`, in one language. */
export function inspectSecretKeyIn(secretKey: string, words: Words): Finding[] {
  if (typeof secretKey !== 'string') throw new TypeError('secretKey must be a string')
  return findDoubts(secretKey).map((doubt) => toFinding(doubt, words))
}

const utf8 = new TextEncoder()

/** How a key is changed by mistake before it signs. */
export const KEY_CHANGES: readonly (readonly [change: PhraseCode, apply: (key: string) => Uint8Array | undefined])[] = [
  ['line_break', (key) => utf8.encode(`${key}\n`)],
  ['windows_line_break', (key) => utf8.encode(`${key}\r\n`)],
  ['double_quotes', (key) => utf8.encode(`"${key}"`)],
  ['single_quotes', (key) => utf8.encode(`'${key}'`)],
  ['space_behind', (key) => utf8.encode(`${key} `)],
  ['space_before', (key) => utf8.encode(` ${key}`)],
  ['upper_case', (key) => utf8.encode(key.toUpperCase())],
  ['lower_case', (key) => utf8.encode(key.toLowerCase())],
  ['from_hex', fromHex],
  ['from_base64', (key) => decodeBase64(key, STANDARD)],
  ['to_base64', (key) => (/^[ -~]+$/.test(key) ? utf8.encode(encodeBase64(utf8.encode(key))) : undefined)],
  ['first_missing', (key) => utf8.encode(key.slice(1))],
  ['last_missing', (key) => utf8.encode(key.slice(0, -1))],
  ...['USERSIG_SECRETKEY', 'SECRETKEY', 'SECRET_KEY', 'SDKSECRETKEY', 'SDK_SECRET_KEY', 'secretKey'].map(
    (name) => ['with_name', (key: string) => utf8.encode(`${name}=${key}`)] as const,
  ),
  ['byte_order_mark', (key) => utf8.encode(`\ufeff${key}`)],
  ['empty_key', () => new Uint8Array(0)],
]

function fromHex(key: string): Uint8Array | undefined {
  if (!/^([0-9a-f]{2})+$/i.test(key)) return undefined
  return Uint8Array.from(key.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
}
