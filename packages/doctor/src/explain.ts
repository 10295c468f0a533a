import { type OptionTable, readOptions } from '@usersig/core/internal'
import { CODES } from './codes/all.ts'
import type { CodeRow, TencentSource } from './codes/row.ts'
import { SENTENCES, type Sentence } from './codes/sentences.ts'
import { type Language, readLanguage, readLanguageOption } from './language.ts'
import { ADVICE } from './words/advice.ts'
import { CAUSES, type CauseCode } from './words/causes.ts'
import { SOURCES } from './words/sources.ts'

/** What may cause a code. */
export interface CodeCause {
  /** Its name, for programs. */
  readonly code: CauseCode
  /** The cause, in words. */
  readonly message: string
  /** The next step. */
  readonly action: string
}

/** Meaning of a code in one program. */
export interface CodeExplanation {
  /** The code as it is answered; those of native TRTC are negative. */
  readonly code: number
  /** Tencent's own constants for it; empty where the documents name none. */
  readonly names: readonly string[]
  /** Which program answers it, for programs. */
  readonly source: TencentSource
  /** The same in words. */
  readonly answeredBy: string
  /** The event. */
  readonly meaning: string
  /** The next step. */
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

const OPTIONS: OptionTable<ExplainOptions> = { source: (value) => value, language: readLanguage }

/** A message that is longer is not looked at further. */
const MAX_MESSAGE_LENGTH = 65_536

/**
 * Explains a code, by number (decimal or hexadecimal, with either sign), by Tencent's constant, or by a message that
 * contains a code or is known.
 *
 * @param codeOrText - `70009`, `'-70009'`, `'0x4004'`, `'ERR_SVR_ACCOUNT_USERSIG_EXPIRED'`, `'get tinyid error'`
 * @returns one entry for each program that returns the code, the most common first; empty if the code is unknown
 * @throws TypeError if it is not a number or string, or if the language is unknown
 * @example
 * ```ts
 * const [explanation] = explainCode(70009)
 * console.log(explanation?.meaning, explanation?.action)
 * ```
 */
export function explainCode(codeOrText: number | string, options: ExplainOptions = {}): CodeExplanation[] {
  const { language, source: wanted } = readOptions<ExplainOptions>(options, OPTIONS, 'explainCode')
  return findRows(codeOrText)
    .filter(({ source }) => wanted === undefined || source === wanted)
    .map((row) => toExplanation(row, readLanguage(language)))
}

/**
 * All codes that {@link explainCode} knows, a code once for each program that answers it.
 *
 * @param options - `language`: of the texts.
 * @defaultValue `en`
 * @example
 * ```ts
 * listTencentCodes().filter(({ code }) => code === -1001).map(({ source }) => source) // ['call', 'room-engine']
 * ```
 */
export function listTencentCodes(options: { language?: Language } = {}): CodeExplanation[] {
  const language = readLanguageOption(options, 'listTencentCodes')
  return CODES.map((row) => toExplanation(row, language))
}

function toExplanation(row: CodeRow, language: Language): CodeExplanation {
  const { code, name, source, meaning, advice, causes, document } = row
  return {
    code,
    names: name === '' ? [] : name.split(', '),
    source,
    answeredBy: SOURCES[source][language],
    meaning: meaning[language],
    action: ADVICE[advice][language],
    causes: causes.map((cause) => ({
      code: cause,
      message: CAUSES[cause].message[language],
      action: CAUSES[cause].action[language],
    })),
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
  return /^-?0x[0-9a-f]{1,6}$/i.test(plain) ? Number.parseInt(plain, 16) : undefined
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
  const lower = text.toLowerCase().replace(/\s+/g, ' ')
  return SENTENCES.filter((sentence) => lower.includes(sentence.text))
}

/** A number that a text names as a code. */
export interface NamedCode {
  readonly code: number
  /** Empty where nobody knows it. */
  readonly rows: readonly CodeRow[]
}

// What stands before a number that is a code; the number itself, with either sign.
const IN_CONTEXT =
  /(?:err(?:or)?[_ ]?(?:code|id|no)?|code|ret(?:code)?|exception|failed|fail|错误码?|返回码?|提示|失败|报错?)["'\])}]?\s{0,3}[:=：,(（[<|是为]{0,2}\s{0,3}["']?(-?(?:0x[0-9a-f]{1,6}|\d{1,7}))(?![\d.]*\d|\w)/gi
// A number that stands free: not part of a time, a version, an address.
const FREE = /(?<![\w.:/-])(-\d{1,6}|\d{4,6}|0x[0-9a-f]{4,5})(?![\w:/]|\.\d|-\d)/gi

/** So many numbers of a text are looked at. */
const MAX_NUMBERS = 400

/** The codes that a text names, those that say why first. */
export function findCodes(text: string): NamedCode[] {
  const named = numbersOf(text, IN_CONTEXT).filter((code) => code !== 0 && code !== 200)
  const free = numbersOf(text, FREE).filter((code) => Math.abs(code) >= 6000 && rowsOf(code).length > 0)
  const codes = [...new Set([...named, ...free])].map((code) => ({ code, rows: rowsOf(code) }))
  return codes.sort((a, b) => rank(a) - rank(b))
}

function numbersOf(text: string, pattern: RegExp): number[] {
  const found: number[] = []
  for (const [, digits = ''] of text.matchAll(pattern)) {
    if (found.push(Number(digits.toLowerCase().replace(/^-0x/, '0x'))) >= MAX_NUMBERS) break
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
