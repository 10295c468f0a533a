import { type OptionTable, readOptions } from '@usersig/core/internal'
import { CODES } from './codes/all.ts'
import type { CodeRow, TencentSource } from './codes/row.ts'
import type { Sentence } from './codes/sentence.ts'
import { SENTENCES } from './codes/sentences.ts'
import type { Language } from './language.ts'
import type { PickWords } from './pick-words.ts'
import type { CauseCode } from './words/causes.ts'
import type { Words } from './words/words.ts'

/** What may cause a code. */
export interface CodeCause {
  /** Its name, for programs. */
  readonly code: CauseCode
  /** What is the case. */
  readonly message: string
  /** What to do about it. */
  readonly action: string
}

/** What one code means in one program. */
export interface CodeExplanation {
  /** The code as it is answered; those of native TRTC are negative. */
  readonly code: number
  /** Tencent's own constants for it; empty where the documents name none. */
  readonly names: readonly string[]
  /** Which program answers it, for programs. */
  readonly source: TencentSource
  /** The same in words. */
  readonly answeredBy: string
  /** What happened. */
  readonly meaning: string
  /** What to do. */
  readonly action: string
  /** What may cause it, the most likely first; empty where the meaning says all. */
  readonly causes: readonly CodeCause[]
  /** Page, pages or file that say so. */
  readonly document: string
}

/** How to look a code up. */
export interface ExplainOptions {
  /** Only what this program answers. @defaultValue every program */
  readonly source?: TencentSource
  /** Language of the texts. @defaultValue `en` */
  readonly language?: Language
}

const OPTIONS: OptionTable<ExplainOptions> = { source: (value) => value, language: (value) => value as Language }

/** A message that is longer is not looked at further. */
const MAX_MESSAGE_LENGTH = 65_536

/** Of `explainCode`, in the language that is picked. */
export function explainCodeIn(
  codeOrText: number | string,
  options: ExplainOptions,
  pick: PickWords,
): CodeExplanation[] {
  const { language, source: wanted } = readOptions<ExplainOptions>(options, OPTIONS, 'explainCode')
  const words = pick(language)
  return findRows(codeOrText)
    .filter(({ source }) => wanted === undefined || source === wanted)
    .map((row) => toExplanation(row, words))
}

/** All rows, once for each program. */
export const listTencentCodesIn = (words: Words): CodeExplanation[] => CODES.map((row) => toExplanation(row, words))

/** What the code of a row means. */
export const meaningOf = ({ source, code }: CodeRow, { meanings }: Words): string => meanings[source][code] ?? ''

function toExplanation(row: CodeRow, words: Words): CodeExplanation {
  const { code, name, source, advice, causes, document } = row
  return {
    code,
    names: name === '' ? [] : name.split(', '),
    source,
    answeredBy: words.sources[source],
    meaning: meaningOf(row, words),
    action: words.advice[advice],
    causes: causes.map((cause) => ({ code: cause, ...words.causes[cause] })),
    document,
  }
}

function findRows(codeOrText: number | string): CodeRow[] {
  if (typeof codeOrText === 'number') return rowsOf(codeOrText)
  if (typeof codeOrText !== 'string') throw new TypeError('a code must be a number or a text')
  const text = codeOrText.slice(0, MAX_MESSAGE_LENGTH).trim()
  const number = toNumber(text)
  if (number !== undefined) return rowsOf(number)
  const rows = [...findCodes(text).flatMap((each) => each.rows), ...findConstants(text)]
  for (const { code, source } of findSentences(text)) {
    if (code !== undefined) rows.push(...rowsOf(code).filter((row) => source === undefined || row.source === source))
  }
  return [...new Set(rows)]
}

/** The number that a text is, in digits or hexadecimal; full-width digits count as well. */
export function toNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  if (/^[-−–]?\d{1,7}$/.test(plain)) return Number(plain.replace(/[−–]/, '-'))
  if (/^\d{10}$/.test(plain)) return withSign(Number(plain))
  return /^-?0x[0-9a-f]{1,6}$/i.test(plain) ? Number.parseInt(plain, 16) : undefined
}

/** A negative code of 32 bits that something has printed without its sign; `undefined` for every other number. */
function withSign(number: number): number | undefined {
  const code = number - 2 ** 32
  return code < 0 && code >= -1_200_000 && rowsOf(code).length > 0 ? code : undefined
}

/** Rows of a number: with its own sign, or else with the other one, which is easily lost or added. */
export function rowsOf(code: number): CodeRow[] {
  const rows = CODES.filter((row) => row.code === code)
  return rows.length > 0 ? rows : CODES.filter((row) => row.code === -code)
}

/** Rows whose constant of Tencent's stands in a text. */
export function findConstants(text: string): CodeRow[] {
  // A word begins and ends at a border: so a long one is looked at once.
  const words = new Set(text.match(/\b[A-Za-z]\w{4,79}\b/g)?.filter((word) => word.includes('_')))
  if (words.size === 0) return []
  return CODES.filter(({ name }) => name.split(', ').some((each) => words.has(each)))
}

/** The known messages in a text, as their table has them. */
export function findSentences(text: string): Sentence[] {
  const plain = withoutGaps(withoutForeignLines(text).toLowerCase())
  return SENTENCES.filter((sentence) => plain.includes(withoutGaps(sentence.text)))
}

/** Some write a blank between Chinese and Latin letters, and some do not. */
const withoutGaps = (text: string): string => text.replace(/\s+/g, ' ').replace(/ ?(\p{Script=Han}) ?/gu, '$1')

/** A number that a text names as a code. */
export interface NamedCode {
  readonly code: number
  /** Empty where nobody knows it. */
  readonly rows: readonly CodeRow[]
}

// What stands before a number that is a code; the number itself, with either sign.
const IN_CONTEXT =
  /(?:err(?:or)?[_ ]?(?:code|id|no)?|(?<!exit |status |zip )code|ret(?:code)?|exception|failed|fail|rtcerror:?|result|错误码?|返回码?|提示|失败|报错?)["'\])}]?\s{0,3}[:=：,(（[<|是为]{0,2}\s{0,3}["']?(-?(?:0x[0-9a-f]{1,6}|4294\d{6}|\d{1,7}))(?![\d.]*\d|[\w#])/gi
// A number that stands free: not part of a time, a version, an address, a parameter, and not a count of something.
const FREE =
  /(?<![\w.:/=([#*-]|\b(?:port|pid|uid|order|line|page|took|size|length|listening on|room_?id|id|total|zip) ?[#:=]? ?["']?)(-\d{1,6}|\d{4,6}|0x[0-9a-f]{4,5}|4294\d{6})(?![\w:/\]#]|\.\d|-\d|\s?(?:ms|seconds?|bytes|[kmg]b|modules|rows|lines|files|users|items|requests|times|eur|usd|cny|元|€|\$)(?!\w))/gi
// What a line with such a number has to speak of.
const OF_LOGINS =
  /^\W*\w+\W*$|e[AFJN][\w*+/=%-]{20}|user_?sig|\bsig\b|sdk|tencent|\bim|tim\b|trtc|chat|\blog_?[io]n|logged|\bsign|\benter|\bjoin|room|\berr|error|fail|\bcode|refus|kick|account|identifier|\bsend|group|\bcall|\blive|disconnect|callback|\bpush|\b(?:we get|i get|gives?|got|says?|answers?|returns?|why|how|what)\b|腾讯|登|进房|房|错|失败|报|提示|返回|回调|签|票|密钥|过期|踢|推流|拉流|通话|消息|为什么|怎么|什么意思/i
// Lines of other programs, which have numbers of their own.
const FOREIGN_LINE =
  /NSURLErrorDomain|NSCocoaErrorDomain|duplicate key value|\bDETAIL:|JsonWebTokenError|jwt malformed|"errcode"\s?:|realmId=|\bSELECT\b.{1,200}\bFROM\b|\b(?:INSERT INTO|DELETE FROM)\b|\bUPDATE \w+ SET\b|"error_description"|agora|zegocloud|twilio|livekit|\bexit(?:ed with)? code|invoice/i
const TENCENT_LINE = /user_?sig|sdk_?app_?id|trtc|timsdk|imsdk|tencent|腾讯|v2tim|login|登录/i

/** What a text says of logins at Tencent: without the lines of other programs. */
export const withoutForeignLines = (text: string): string =>
  FOREIGN_LINE.test(text)
    ? text
        .split('\n')
        .filter(
          (line) =>
            !FOREIGN_LINE.test(line) || (TENCENT_LINE.test(line) && !/\b(?:SELECT|INSERT INTO)\b|realmId=/.test(line)),
        )
        .join('\n')
    : text

/** So many numbers of a text are looked at. */
const MAX_NUMBERS = 400

/** The codes that a text names, those that say why first. */
export function findCodes(given: string): NamedCode[] {
  // People and locales put a comma into 70,009.
  const text = withoutForeignLines(given).replace(/(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])/g, '$1$2')
  const named = numbersOf(text, IN_CONTEXT).filter((code) => code !== 0 && code !== 200)
  const free = freeNumbersOf(text).filter((code) => isTelling(code) && rowsOf(code).length > 0)
  const codes = [...new Set([...named, ...free])].map((code) => ({ code, rows: rowsOf(code) }))
  return codes.sort((a, b) => rank(a) - rank(b))
}

/** Small numbers may be anything; with a minus and a meaning of their own they are codes of native SDKs. */
const isTelling = (code: number): boolean => Math.abs(code) >= 6000 || (code <= -1000 && rowsOf(code)[0]?.code === code)

function freeNumbersOf(text: string): number[] {
  const found: number[] = []
  for (const line of text.split('\n')) {
    if (!OF_LOGINS.test(line)) continue
    found.push(...numbersOf(line, FREE))
    if (found.length >= MAX_NUMBERS) break
  }
  return found
}

function numbersOf(text: string, pattern: RegExp): number[] {
  const found: number[] = []
  for (const [, digits = ''] of text.matchAll(pattern)) {
    const number = Number(digits.toLowerCase().replace(/^-0x/, '0x'))
    if (found.push(withSign(number) ?? number) >= MAX_NUMBERS) break
  }
  return found
}

const UMBRELLAS = ['extra_code', 'message_code', 'message', 'named_parameter']

/** The account service says why; what only says that something failed comes later, what nobody knows last. */
function rank({ rows: [row] }: NamedCode): number {
  if (!row) return 3
  if (row.source === 'server' || Math.abs(row.code) === 100_018) return 0
  return UMBRELLAS.includes(row.advice) ? 2 : 1
}
