import { looksSecret } from '@usersig/core/internal'
import { type FindingValues, say } from './say.ts'
import { type Check, FINDINGS, type FindingCode, type FindingKind } from './words/findings.ts'
import type { Words } from './words/words.ts'

/** One thing that was found out about a ticket, a key, or the text around them. */
export interface Finding {
  /** Code, for programs: stable, never translated. */
  readonly code: FindingCode
  /** Which check of a ticket it belongs to. */
  readonly about: Check
  /** `error` prevents the login; `warning` may, now or later; `info` does not. */
  readonly severity: 'error' | 'warning' | 'info'
  /** The cause, in words. */
  readonly message: string
  /** The next step; empty if none is needed. */
  readonly action: string
  /** What Tencent's servers answer, where the documents name a code. */
  readonly tencentCode: number | undefined
  /** Values in the message; times and durations are seconds. */
  readonly values: FindingValues
}

/** A finding before it is put into words. */
export interface Found {
  readonly code: FindingCode
  readonly values: FindingValues
  readonly severity: Finding['severity']
  readonly tencentCode: number | undefined
}

/** @param change - What is not as the table of findings says. */
export function found(code: FindingCode, values: FindingValues = {}, change: Partial<Found> = {}): Found {
  const [, severity, tencentCode]: FindingKind = FINDINGS[code]
  return { code, values, severity, tencentCode, ...change }
}

export function toFinding({ code, values, severity, tencentCode }: Found, words: Words): Finding {
  const [about] = FINDINGS[code]
  const [message, action] = words.findings[code].map((text) => say(text, values, words)) as [string, string]
  const harmless = Object.entries(values).filter(([, value]) => typeof value === 'number' || !looksSecret(value))
  return { code, about, severity, message, action, tencentCode, values: Object.fromEntries(harmless) }
}

const SEVERITIES = ['error', 'warning', 'info']

/** The gravest first. */
export function bySeverity(findings: readonly Found[]): Found[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}
