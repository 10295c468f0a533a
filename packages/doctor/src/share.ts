import { kindOf } from '@usersig/core/internal'
import { decodeBase64, encodeBase64, URL_SAFE } from './base64.ts'
import type { Cause } from './causes.ts'
import type { Diagnosis } from './diagnose.ts'
import { explainCode } from './explain.ts'
import { KINDS, type TextKind } from './kinds.ts'
import { type Language, readLanguageOption } from './language.ts'
import { type FindingValues, say } from './say.ts'
import { CAUSES, type CauseCode } from './words/causes.ts'
import { FINDINGS, type FindingCode } from './words/findings.ts'
import { PHRASES } from './words/phrases.ts'

/** A diagnosis as somebody else may see it. */
export interface SharedDiagnosis extends Pick<Diagnosis, 'verdict' | 'kind' | 'tencentCode'> {
  /** Why the login may fail, the most likely first, without evidence. */
  readonly causes: readonly Pick<Cause, 'code' | 'message' | 'action'>[]
}

const VERSION = 1
const MAX_CAUSES = 12
const MAX_LENGTH = 4096
const VERDICTS: readonly unknown[] = ['valid', 'invalid', 'unverified', 'none'] satisfies Diagnosis['verdict'][]

/**
 * Writes a diagnosis down for a link: names of causes and the numbers that their messages hold. Texts of the ticket, such as
 * the UserID, stay out, and so do tickets and keys.
 *
 * @param diagnosis - What `diagnose` returned.
 * @returns letters, digits, `-` and `_`, which fit into the fragment of a URL
 * @example
 * ```ts
 * const link = `https://example.com/console/#doctor/${shareDiagnosis(diagnose(text))}`
 * ```
 */
export function shareDiagnosis({ verdict, kind, tencentCode, causes, findings }: Diagnosis): string {
  const listed = causes.slice(0, MAX_CAUSES).map(({ code }) => {
    const values = findings.find((finding) => finding.code === code)?.values ?? {}
    return [code, keepHarmless(code, values)]
  })
  const json = JSON.stringify([VERSION, verdict, kind, tencentCode ?? null, listed])
  return encodeBase64(new TextEncoder().encode(json)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Reads what {@link shareDiagnosis} wrote. The words are this package's own: a link cannot bring in others.
 *
 * @param text - Up to 4096 characters.
 * @param options - `language`: of the messages. @defaultValue `en`
 * @returns `undefined` where the text is something else
 * @throws TypeError where the text is not a string, or the language is not known
 * @example
 * ```ts
 * const shared = readSharedDiagnosis(location.hash.slice('#doctor/'.length), { language: 'zh' })
 * ```
 */
export function readSharedDiagnosis(text: string, options: { language?: Language } = {}): SharedDiagnosis | undefined {
  if (typeof text !== 'string') throw new TypeError(`the text is ${kindOf(text)}, but must be a string`)
  const language = readLanguageOption(options, 'readSharedDiagnosis')
  const [version, verdict, kind, tencentCode, causes] = parse(text)
  if (version !== VERSION || !VERDICTS.includes(verdict) || !KINDS.includes(kind as TextKind)) return undefined
  if (!Array.isArray(causes) || causes.length > MAX_CAUSES) return undefined
  return {
    verdict: verdict as Diagnosis['verdict'],
    kind: kind as TextKind,
    tencentCode: Number.isSafeInteger(tencentCode) ? (tencentCode as number) : undefined,
    causes: causes.flatMap((cause) => toWords(cause, language) ?? []),
  }
}

function parse(text: string): readonly unknown[] {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return []
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(text, URL_SAFE)))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function toWords(cause: unknown, language: Language): SharedDiagnosis['causes'][number] | undefined {
  const [code, values]: readonly unknown[] = Array.isArray(cause) ? cause : []
  if (typeof code !== 'string') return undefined
  if (Object.hasOwn(FINDINGS, code)) return fromFinding(code as FindingCode, values, language)
  if (Object.hasOwn(CAUSES, code)) {
    const { message, action } = CAUSES[code as CauseCode]
    return { code: code as CauseCode, message: message[language], action: action[language] }
  }
  const number = /^tencent_(-?\d{1,7})$/.exec(code)?.[1]
  const [explained] = number === undefined ? [] : explainCode(Number(number), { language })
  return explained && { code: `tencent_${Number(number)}`, message: explained.meaning, action: explained.action }
}

function fromFinding(code: FindingCode, given: unknown, language: Language): SharedDiagnosis['causes'][number] {
  const values = keepHarmless(code, typeof given === 'object' && given !== null ? { ...given } : {})
  const [message, action] = FINDINGS[code][language].map((text) => {
    const known = text.replace(PLACE, (place, name: string) => (Object.hasOwn(values, name) ? place : '…'))
    return say(known, values, language)
  }) as [string, string]
  return { code, message, action }
}

const PLACE = /\{(\w+)(?::(\w+))?\}/g

/** Numbers, and the names of phrases: what somebody wrote stays out. */
function keepHarmless(code: string, values: Readonly<Record<string, unknown>>): FindingValues {
  if (!Object.hasOwn(FINDINGS, code)) return {}
  const places = FINDINGS[code as FindingCode].en.join(' ').matchAll(PLACE)
  const formats = new Map([...places].map(([, name = '', format]) => [name, format]))
  const harmless = Object.entries(values).filter(([name, value]) => {
    if (!formats.has(name)) return false
    if (typeof value === 'number') return Number.isFinite(value)
    return formats.get(name) === 'word' && typeof value === 'string' && Object.hasOwn(PHRASES, value)
  })
  return Object.fromEntries(harmless) as FindingValues
}
