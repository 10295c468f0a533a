import type { RefusalCause, RefusedRequest } from '@usersig/core/endpoint'
import { type Diagnosis, diagnose } from './diagnose.ts'
import { explainCode } from './explain.ts'
import { type Language, readLanguage } from './language.ts'
import { listToolkitCodes, type ToolkitCode } from './toolkit-codes.ts'

/**
 * Explains why an endpoint or a guard answered 401: for their option `explain`, during development. The texts do not
 * contain the ticket or the key.
 *
 * @param refused - The refused request, from the endpoint or the guard.
 * @param options - `language`: of the texts.
 * @defaultValue `en`
 * @returns the causes, the most likely first; never empty
 * @throws TypeError if the language is unknown
 * @example
 * ```ts
 * const guard = requireUserSig({ explain: explainRefusal })
 * ```
 */
export function explainRefusal(refused: RefusedRequest, options: { language?: Language } = {}): RefusalCause[] {
  const language = readLanguage(options.language)
  const own = listToolkitCodes({ language }).find(({ code }) => code === refused.code)
  const ticket = refused.ticket()
  const found =
    ticket === undefined ? [] : causesOf(diagnose(ticket, { keys: refused.keys(), expect: 'user_sig', language }))
  // That there is no ticket is the cause where something else was sent in its place.
  if (found.length > 0 && refused.code !== 'missing_user_sig') return found
  const [first] = own ? [toCause(own)] : [{ code: refused.code, message: refused.detail, action: '' }]
  return [first as RefusalCause, ...found, ...(ticket === undefined ? [] : guesses(own, language))]
}

function causesOf({ causes, verdict }: Diagnosis): RefusalCause[] {
  if (verdict === 'valid' || verdict === 'unverified') return []
  return causes.map(({ code, message, action }) => ({ code, message, action }))
}

const toCause = ({ code, meaning, action }: ToolkitCode): RefusalCause => ({ code, message: meaning, action })

/** Without the key nobody knows why a signature does not fit. */
function guesses(own: ToolkitCode | undefined, language: Language): RefusalCause[] {
  if (own?.tencentCode === undefined) return []
  return (
    explainCode(own.tencentCode, { language })[0]?.causes.map(({ code, message, action }) => ({
      code,
      message,
      action,
    })) ?? []
  )
}
