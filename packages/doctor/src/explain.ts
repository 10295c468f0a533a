import { type OptionTable, readOptions } from '@usersig/core/internal'
import { CODES } from './codes/all.ts'
import type { CodeRow, TencentSource } from './codes/row.ts'
import { withoutForeignLines } from './foreign-lines.ts'
import type { Language } from './language.ts'
import { findCodes, findConstants, findSentences, rowsOf, toNumber } from './named-codes.ts'
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
  const ours = withoutForeignLines(text)
  const rows = [...findCodes(ours).flatMap((each) => each.rows), ...findConstants(text)]
  for (const { code, source } of findSentences(ours)) {
    if (code !== undefined) rows.push(...rowsOf(code).filter((row) => source === undefined || row.source === source))
  }
  return [...new Set(rows)]
}
