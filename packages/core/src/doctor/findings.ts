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
}

/** A finding that a verifier would throw as an error, with its advice and its code. */
export function fault(code: UserSigErrorCode, message: string, action?: string): Finding {
  return fromError(new UserSigError(code, message), action)
}

export function fromError({ code, message, hint, tencentCode }: UserSigError, action: string = hint): Finding {
  return { code, severity: 'error', message: toSentence(message), action, tencentCode }
}

export function finding(
  severity: Finding['severity'],
  code: FindingCode,
  message: string,
  action = '',
  tencentCode?: number,
): Finding {
  return { code, severity, message, action, tencentCode }
}

function toSentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}
