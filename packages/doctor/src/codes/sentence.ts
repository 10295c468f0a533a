import type { CauseCode } from '../words/causes.ts'
import type { TencentSource } from './row.ts'

/** A sentence that a program prints, and what it stands for: a code, or causes of its own. */
export interface Sentence {
  /** A piece of it in lower case. */
  readonly text: string
  readonly code?: number
  readonly source?: TencentSource
  readonly causes?: readonly CauseCode[]
  /** Says only that something failed: a code beside it says more. */
  readonly isWeak?: true
  /** Where it was read. */
  readonly document: string
}
