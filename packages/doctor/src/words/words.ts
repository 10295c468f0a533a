import type { UserSigErrorCode } from '@usersig/core'
import type { ProblemCode } from '@usersig/core/endpoint'
import type { TencentSource } from '../codes/row.ts'
import type { Language } from '../language.ts'
import type { AdviceCode } from './advice.ts'
import type { CauseCode } from './causes.ts'
import type { EvidenceCode } from './evidence.ts'
import type { FindingCode } from './findings.ts'
import type { PhraseCode } from './phrases.ts'

/** What is the case, and what to do; the latter is empty where nothing has to be done. */
export type FindingWords = readonly [message: string, action: string]

/** What is the case, and the next step. */
export interface CauseWords {
  readonly message: string
  readonly action: string
}

/** The meaning of each code of each program. */
export type Meanings = Readonly<Record<TencentSource, Readonly<Record<number, string>>>>

interface OwnWords {
  readonly meaning: string
  readonly action: string
}

/** Codes of a problem document that are not those of a ticket. */
export type EndpointCode = Exclude<ProblemCode, UserSigErrorCode> | 'invalid_room'

/** Codes of this toolkit. */
export interface OwnCodeWords {
  /** Of a `UserSigError`; without an action, the hint of the error is it. */
  readonly ticket: Readonly<Record<UserSigErrorCode, Pick<OwnWords, 'meaning'> & Partial<OwnWords>>>
  /** Of the problem documents of endpoints and guards. */
  readonly endpoint: Readonly<Record<EndpointCode, OwnWords>>
  /** Of the client, beside those of the endpoint, which it hands on. */
  readonly client: Readonly<Record<string, OwnWords>>
}

/** All that the doctor says in one language. */
export interface Words {
  readonly language: Language
  readonly advice: Readonly<Record<AdviceCode, string>>
  readonly causes: Readonly<Record<CauseCode, CauseWords>>
  readonly evidence: Readonly<Record<EvidenceCode, string>>
  readonly findings: Readonly<Record<FindingCode, FindingWords>>
  readonly meanings: Meanings
  readonly ownCodes: OwnCodeWords
  readonly phrases: Readonly<Record<PhraseCode, string>>
  readonly sources: Readonly<Record<TencentSource, string>>
}
