import { kindOf } from '@usersig/core/internal'
import { decodeBase64, encodeBase64, URL_SAFE } from './base64.ts'
import type { Cause } from './causes.ts'
import type { Diagnosis } from './diagnose.ts'
import { explainCodeIn } from './explain.ts'
import { KINDS, type TextKind } from './kinds.ts'
import { type FindingValues, say } from './say.ts'
import { listToolkitCodesIn } from './toolkit-codes.ts'
import type { CauseCode } from './words/causes.ts'
import { FINDINGS, type FindingCode } from './words/findings.ts'
import type { Words } from './words/words.ts'

/** A diagnosis as somebody else may see it. */
export interface SharedDiagnosis extends Pick<Diagnosis, 'verdict' | 'kind' | 'tencentCode'> {
  /** Why the login may fail, the most likely first, without evidence. */
  readonly causes: readonly Pick<Cause, 'code' | 'message' | 'action'>[]
}

const VERSION = 1
const MAX_CAUSES = 12
const MAX_LENGTH = 4096
const VERDICTS: readonly unknown[] = ['valid', 'invalid', 'unverified', 'none'] satisfies Diagnosis['verdict'][]

/** Of `shareDiagnosis`; the words say which values a message holds. */
export function shareDiagnosisIn({ verdict, kind, tencentCode, causes, findings }: Diagnosis, words: Words): string {
  const listed = causes.slice(0, MAX_CAUSES).map(({ code }) => {
    const values = findings.find((finding) => finding.code === code)?.values ?? {}
    return [code, keepHarmless(code, values, words)]
  })
  const json = JSON.stringify([VERSION, verdict, kind, tencentCode ?? null, listed])
  return encodeBase64(new TextEncoder().encode(json)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Of `readSharedDiagnosis`, in one language. */
export function readSharedDiagnosisIn(text: string, words: Words): SharedDiagnosis | undefined {
  if (typeof text !== 'string') throw new TypeError(`the text is ${kindOf(text)}, but must be a string`)
  const [version, verdict, kind, tencentCode, causes] = parse(text)
  if (version !== VERSION || !VERDICTS.includes(verdict) || !KINDS.includes(kind as TextKind)) return undefined
  if (!Array.isArray(causes) || causes.length > MAX_CAUSES) return undefined
  return {
    verdict: verdict as Diagnosis['verdict'],
    kind: kind as TextKind,
    tencentCode: Number.isSafeInteger(tencentCode) ? (tencentCode as number) : undefined,
    causes: causes.flatMap((cause) => toWords(cause, words) ?? []),
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

function toWords(cause: unknown, words: Words): SharedDiagnosis['causes'][number] | undefined {
  const [code, values]: readonly unknown[] = Array.isArray(cause) ? cause : []
  if (typeof code !== 'string') return undefined
  if (Object.hasOwn(FINDINGS, code)) return fromFinding(code as FindingCode, values, words)
  if (Object.hasOwn(words.causes, code)) return { code: code as CauseCode, ...words.causes[code as CauseCode] }
  const own = /^usersig_/.test(code) && listToolkitCodesIn(words).find((each) => `usersig_${each.code}` === code)
  if (own) return { code: `usersig_${own.code}`, message: own.meaning, action: own.action }
  const number = /^tencent_(-?\d{1,7})$/.exec(code)?.[1]
  const [explained] = number === undefined ? [] : explainCodeIn(Number(number), {}, () => words)
  return explained && { code: `tencent_${Number(number)}`, message: explained.meaning, action: explained.action }
}

function fromFinding(code: FindingCode, given: unknown, words: Words): SharedDiagnosis['causes'][number] {
  const values = keepHarmless(code, typeof given === 'object' && given !== null ? { ...given } : {}, words)
  const [message, action] = words.findings[code].map((text) => {
    const known = text.replace(PLACE, (place, name: string) => (Object.hasOwn(values, name) ? place : '…'))
    return say(known, values, words)
  }) as [string, string]
  return { code, message, action }
}

const PLACE = /\{(\w+)(?::(\w+))?\}/g

/** Numbers, and the names of phrases: what somebody wrote stays out. */
function keepHarmless(code: string, values: Readonly<Record<string, unknown>>, words: Words): FindingValues {
  if (!Object.hasOwn(FINDINGS, code)) return {}
  const places = words.findings[code as FindingCode].join(' ').matchAll(PLACE)
  const formats = new Map([...places].map(([, name = '', format]) => [name, format]))
  const harmless = Object.entries(values).filter(([name, value]) => {
    if (!formats.has(name)) return false
    if (typeof value === 'number') return Number.isFinite(value)
    return formats.get(name) === 'word' && typeof value === 'string' && Object.hasOwn(words.phrases, value)
  })
  return Object.fromEntries(harmless) as FindingValues
}
