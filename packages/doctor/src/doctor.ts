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
  readonly diagnose: (text: string, options?: DiagnoseContext) => Diagnosis
  readonly explainCode: (codeOrText: number | string, options?: ExplainOptions) => CodeExplanation[]
  readonly explainError: (error: unknown, options?: LanguageOption) => RefusalCause[]
  readonly explainRefusal: (refused: RefusedRequest, options?: LanguageOption) => RefusalCause[]
  readonly inspectSecretKey: (secretKey: string, options?: LanguageOption) => Finding[]
  readonly listTencentCodes: (options?: LanguageOption) => CodeExplanation[]
  readonly listToolkitCodes: (options?: LanguageOption) => ToolkitCode[]
  readonly readSharedDiagnosis: (text: string, options?: LanguageOption) => SharedDiagnosis | undefined
  readonly repairTicket: (text: string, options?: LanguageOption) => RepairedTicket
  readonly shareDiagnosis: (diagnosis: Diagnosis) => string
  readonly showDuration: (seconds: number, language?: Language) => string
}
