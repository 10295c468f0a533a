import type { RefusalCause, RefusedRequest } from '@usersig/core/endpoint'
import type { DiagnoseContext } from './context.ts'
import type { Diagnosis } from './diagnose.ts'
import type { CodeExplanation, ExplainOptions } from './explain.ts'
import type { Finding } from './findings.ts'
import type { Language } from './language.ts'
import type { RepairedTicket } from './repair.ts'
import type { SharedDiagnosis } from './share.ts'
import type { ToolkitCode } from './toolkit-codes.ts'

/** In which language a function speaks. */
export interface LanguageOption {
  /** Language of the texts. @defaultValue `en`, or that of the entry */
  readonly language?: Language
}

/** The functions that speak, as every entry has them; the root describes each. */
export interface Doctor {
  /** Finds out why a login fails. */
  readonly diagnose: (text: string, options?: DiagnoseContext) => Diagnosis
  /** Explains a code, or a message that names one. */
  readonly explainCode: (codeOrText: number | string, options?: ExplainOptions) => CodeExplanation[]
  /** Says what an error of an SDK or of the client means. */
  readonly explainError: (error: unknown, options?: LanguageOption) => RefusalCause[]
  /** Says why an endpoint or a guard answered 401. */
  readonly explainRefusal: (refused: RefusedRequest, options?: LanguageOption) => RefusalCause[]
  /** Says what is doubtful about a secret key. */
  readonly inspectSecretKey: (secretKey: string, options?: LanguageOption) => Finding[]
  /** All codes of Tencent. */
  readonly listTencentCodes: (options?: LanguageOption) => CodeExplanation[]
  /** All codes of this toolkit. */
  readonly listToolkitCodes: (options?: LanguageOption) => ToolkitCode[]
  /** Reads the diagnosis of a link. */
  readonly readSharedDiagnosis: (text: string, options?: LanguageOption) => SharedDiagnosis | undefined
  /** Frees a ticket from what came around it. */
  readonly repairTicket: (text: string, options?: LanguageOption) => RepairedTicket
  /** Writes a diagnosis down for a link. */
  readonly shareDiagnosis: (diagnosis: Diagnosis) => string
  /** A duration in words. */
  readonly showDuration: (seconds: number, language?: Language) => string
}
