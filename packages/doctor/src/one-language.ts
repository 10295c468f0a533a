import { diagnoseIn } from './diagnose.ts'
import type { Doctor } from './doctor.ts'
import { explainCodeIn, listTencentCodesIn } from './explain.ts'
import { explainErrorIn } from './explain-error.ts'
import { explainRefusalIn } from './explain-refusal.ts'
import { inspectSecretKeyIn } from './keys.ts'
import { readWords, wordsAmong } from './pick-words.ts'
import { repairTicketIn } from './repair.ts'
import { readSharedDiagnosisIn, shareDiagnosisIn } from './share.ts'
import { showDuration } from './show-time.ts'
import { listToolkitCodesIn } from './toolkit-codes.ts'
import type { Words } from './words/words.ts'

/** The same functions with the words of one language: their option `language` may be left out, or names that language. */
export function speak(words: Words): Doctor {
  const pick = wordsAmong(words)
  return {
    diagnose: (text, options = {}) => diagnoseIn(text, options, pick),
    explainCode: (codeOrText, options = {}) => explainCodeIn(codeOrText, options, pick),
    explainError: (error, options = {}) => explainErrorIn(error, pick(options.language)),
    explainRefusal: (refused, options = {}) => explainRefusalIn(refused, pick(options.language)),
    inspectSecretKey: (secretKey, options = {}) =>
      inspectSecretKeyIn(secretKey, readWords(options, 'inspectSecretKey', pick)),
    listTencentCodes: (options = {}) => listTencentCodesIn(readWords(options, 'listTencentCodes', pick)),
    listToolkitCodes: (options = {}) => listToolkitCodesIn(readWords(options, 'listToolkitCodes', pick)),
    readSharedDiagnosis: (text, options = {}) =>
      readSharedDiagnosisIn(text, readWords(options, 'readSharedDiagnosis', pick)),
    repairTicket: (text, options = {}) => repairTicketIn(text, readWords(options, 'repairTicket', pick)),
    shareDiagnosis: (diagnosis) => shareDiagnosisIn(diagnosis, words),
    showDuration: (seconds, language = words.language) => showDuration(seconds, language),
  }
}
