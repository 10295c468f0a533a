import type { RefusalCause, RefusedRequest } from '@usersig/core/endpoint'
import type { DiagnoseContext } from './context.ts'
import { type Diagnosis, diagnoseIn } from './diagnose.ts'
import type { LanguageOption } from './doctor.ts'
import { type CodeExplanation, type ExplainOptions, explainCodeIn, listTencentCodesIn } from './explain.ts'
import { explainErrorIn } from './explain-error.ts'
import { explainRefusalIn } from './explain-refusal.ts'
import type { Finding } from './findings.ts'
import { inspectSecretKeyIn } from './keys.ts'
import { readWords, wordsAmong } from './pick-words.ts'
import { type RepairedTicket, repairTicketIn } from './repair.ts'
import { readSharedDiagnosisIn, type SharedDiagnosis, shareDiagnosisIn } from './share.ts'
import { listToolkitCodesIn, type ToolkitCode } from './toolkit-codes.ts'
import { EN } from './words/en/index.ts'
import { ZH } from './words/zh/index.ts'

const pick = /* @__PURE__ */ wordsAmong(EN, ZH)

/**
 * Finds out why a login fails, from whatever there is: a ticket in any state, a code, a message, a log, a `curl` line, a HAR, an
 * `.env`, code. It finds the parts, relates them, and orders the causes.
 *
 * It never throws because of the text.
 *
 * @param text - What there is, up to 524 288 characters; `createLogReader` takes more.
 * @param options - What is known of the login: keys, user, application, room.
 * @throws UserSigError `invalid_sdk_app_id` for the SDKAppID of a key, `invalid_time` for `now`
 * @throws TypeError for an unknown option, or one of the wrong type
 * @example
 * ```ts
 * const { verdict, causes } = diagnose('code: 70009, ticket: eJw…', { keys: [{ sdkAppId, secretKey }], userId: 'alice' })
 * for (const { message, action } of causes) console.log(message, action)
 * ```
 */
export function diagnose(text: string, options: DiagnoseContext = {}): Diagnosis {
  return diagnoseIn(text, options, pick)
}

/**
 * Explains a code, by number (decimal or hexadecimal, with either sign), by Tencent's constant, or by a message that names
 * one or is known by its words.
 *
 * @param codeOrText - `70009`, `'-70009'`, `'0x4004'`, `'ERR_SVR_ACCOUNT_USERSIG_EXPIRED'`, `'get tinyid error'`
 * @returns one entry for each program that answers the code, the most common first; empty where nothing is known
 * @throws TypeError where it is neither a number nor a string, or the language is not known
 * @example
 * ```ts
 * const [explanation] = explainCode(70009)
 * console.log(explanation?.meaning, explanation?.action)
 * ```
 */
export function explainCode(codeOrText: number | string, options: ExplainOptions = {}): CodeExplanation[] {
  return explainCodeIn(codeOrText, options, pick)
}

/**
 * All codes that {@link explainCode} knows, a code once for each program that answers it.
 *
 * @param options - `language`: of the texts. @defaultValue `en`
 * @example
 * ```ts
 * listTencentCodes().filter(({ code }) => code === -1001).map(({ source }) => source) // ['call', 'room-engine']
 * ```
 */
export function listTencentCodes(options: LanguageOption = {}): CodeExplanation[] {
  return listTencentCodesIn(readWords(options, 'listTencentCodes', pick))
}

/**
 * All codes of this toolkit: of its errors, of its endpoints, of its client.
 *
 * @param options - `language`: of the texts. @defaultValue `en`
 * @example
 * ```ts
 * listToolkitCodes().find(({ code }) => code === 'expired')?.tencentCode // 70001
 * ```
 */
export function listToolkitCodes(options: LanguageOption = {}): ToolkitCode[] {
  return listToolkitCodesIn(readWords(options, 'listToolkitCodes', pick))
}

/**
 * Says what an error of an SDK, or of `@usersig/client`, means: for the option `explain` of a login, or wherever one is caught.
 *
 * It reads codes and the message, in whatever members the SDK puts them (`code`, `extraCode`, `errCode` …), and repeats
 * neither the message nor anything else of the error.
 *
 * @param error - What was thrown, or the reason of a session: an error, a code, or the SDK's word for a kick.
 * @param options - `language`: of the texts. @defaultValue `en`
 * @returns the causes, the most likely first; empty where nothing is known
 * @throws TypeError where the language is not known
 * @example
 * ```ts
 * explainError({ code: 70009, message: 'the SDK says so' })[0]?.code // 'other_key'
 * ```
 */
export function explainError(error: unknown, options: LanguageOption = {}): RefusalCause[] {
  return explainErrorIn(error, pick(options.language))
}

/**
 * Says why an endpoint or a guard answered 401: for their option `explain`, during development. It repeats neither the
 * ticket nor the key.
 *
 * @param refused - What the endpoint or the guard knows of the request.
 * @param options - `language`: of the texts. @defaultValue `en`
 * @returns the causes, the most likely first; never empty
 * @throws TypeError where the language is not known
 * @example
 * ```ts
 * const guard = requireUserSig({ explain: explainRefusal })
 * ```
 */
export function explainRefusal(refused: RefusedRequest, options: LanguageOption = {}): RefusalCause[] {
  return explainRefusalIn(refused, pick(options.language))
}

/**
 * Says what is doubtful about a secret key, before anything is signed with it: quotes, white space, a name in front, upper
 * case, base64, a wrong length, a cloud API key, a PEM key, a key out of a public sample. What it returns does not hold the key.
 *
 * @param secretKey - The key as the program got it.
 * @param options - `language`: of the messages. @defaultValue `en`
 * @returns an empty array for a key of 64 lower-case hexadecimal digits, as the Tencent console shows it
 * @throws TypeError where the key is not a string
 * @example
 * ```ts
 * for (const { message, action } of inspectSecretKey(process.env.USERSIG_SECRETKEY ?? '')) console.warn(message, action)
 * ```
 */
export function inspectSecretKey(secretKey: string, options: LanguageOption = {}): Finding[] {
  return inspectSecretKeyIn(secretKey, readWords(options, 'inspectSecretKey', pick))
}

/**
 * Frees a ticket from what came around it: quotes, line breaks, URL encoding, `Bearer`, a JSON document, a log line, another
 * base64 alphabet. What cannot be put right stays as it is.
 *
 * @param text - A ticket in any state, up to 65 536 characters; of a longer text only the beginning is read.
 * @param options - `language`: of the messages. @defaultValue `en`
 * @example
 * ```ts
 * const { ticket, repairs } = repairTicket('"eJwtzMEKgk…%2A_"')
 * ```
 */
export function repairTicket(text: string, options: LanguageOption = {}): RepairedTicket {
  return repairTicketIn(text, readWords(options, 'repairTicket', pick))
}

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
export function shareDiagnosis(diagnosis: Diagnosis): string {
  return shareDiagnosisIn(diagnosis, EN)
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
export function readSharedDiagnosis(text: string, options: LanguageOption = {}): SharedDiagnosis | undefined {
  return readSharedDiagnosisIn(text, readWords(options, 'readSharedDiagnosis', pick))
}
