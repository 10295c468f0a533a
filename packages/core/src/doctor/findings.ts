import { UserSigError, type UserSigErrorCode } from '../errors.ts'
import type { RepairCode } from './repair.ts'

/** What a finding is about: the code of the error that a verifier throws, what was repaired, or one of the rest. */
export type FindingCode =
  | UserSigErrorCode
  | RepairCode
  | 'not_a_ticket'
  | 'ecdsa'
  | 'cut_off'
  | 'case_lost'
  | 'key_unknown'
  | 'key_changed'
  | 'verified'
  | 'lifetime'
  | 'milliseconds'
  | 'user_id'

/** One thing that was found out. */
export interface Finding {
  /** What it is about, for programs. */
  readonly code: FindingCode
  /** `error` stands in the way of the login; `warning` may, or will later; `info` is good to know. */
  readonly severity: 'error' | 'warning' | 'info'
  /** What is the case. */
  readonly message: string
  /** What to do about it; empty where nothing has to be done. */
  readonly action: string
  /** What Tencent's servers answer, where the documents name a code. */
  readonly tencentCode: number | undefined
  /** What the message names, for programs that say it in another language; times and durations are seconds. */
  readonly values: FindingValues
}

/** Numbers and texts that a message names. */
export type FindingValues = Readonly<Record<string, string | number>>

interface FaultDetails {
  /** In place of the advice that the error has. */
  readonly action?: string
  readonly values?: FindingValues
}

/** A finding that a verifier would throw as an error, with its advice and its code. */
export function fault(code: UserSigErrorCode, message: string, details?: FaultDetails): Finding {
  return fromError(new UserSigError(code, message), details)
}

export function fromError(error: UserSigError, { action = error.hint, values = {} }: FaultDetails = {}): Finding {
  const { code, message, tencentCode } = error
  return { code, severity: 'error', message: toSentence(message), action, tencentCode, values }
}

export function finding(
  severity: Finding['severity'],
  code: FindingCode,
  message: string,
  action = '',
  tencentCode?: number,
  values: FindingValues = {},
): Finding {
  return { code, severity, message, action, tencentCode, values }
}

function toSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}
