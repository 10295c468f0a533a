import { CODES } from './codes/all.ts'
import type { CodeRow } from './codes/row.ts'
import type { Sentence } from './codes/sentence.ts'
import { SENTENCES } from './codes/sentences.ts'

/** Some write a blank between Chinese and Latin letters, and some do not. */
const withoutGaps = (text: string): string => text.replace(/\s+/g, ' ').replace(/ ?(\p{Script=Han}) ?/gu, '$1')

const PLAIN_SENTENCES: readonly (readonly [plain: string, sentence: Sentence])[] = /* @__PURE__ */ SENTENCES.map(
  (sentence) => [withoutGaps(sentence.text), sentence],
)

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
  const plain = withoutGaps(text.toLowerCase())
  return PLAIN_SENTENCES.filter(([wanted]) => plain.includes(wanted)).map(([, sentence]) => sentence)
}

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
/** So many numbers of a text are looked at. */
const MAX_NUMBERS = 400

/** The codes that a text names, those that say why first. */
export function findCodes(given: string): NamedCode[] {
  // People and locales put a comma into 70,009.
  const text = given.replace(/(?<![\d,.])(\d{1,3}),(\d{3})(?![\d,])/g, '$1$2')
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
