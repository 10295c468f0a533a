import type { RefusalCause, RefusedRequest } from '@usersig/core/endpoint'
import { type Diagnosis, diagnoseIn } from './diagnose.ts'
import { explainCodeIn } from './explain.ts'
import { listToolkitCodesIn, type ToolkitCode } from './toolkit-codes.ts'
import type { Words } from './words/words.ts'

/** Of `explainRefusal`, in one language. */
export function explainRefusalIn(refused: RefusedRequest, words: Words): RefusalCause[] {
  const own = listToolkitCodesIn(words).find(({ code }) => code === refused.code)
  const ticket = refused.ticket()
  const found =
    ticket === undefined ? [] : causesOf(diagnoseIn(ticket, { keys: refused.keys(), expect: 'user_sig' }, () => words))
  // That there is no ticket is the cause where something else was sent in its place.
  if (found.length > 0 && refused.code !== 'missing_user_sig') return found
  const [first] = own ? [toCause(own)] : [{ code: refused.code, message: refused.detail, action: '' }]
  return [first as RefusalCause, ...found, ...(ticket === undefined ? [] : guesses(own, words))]
}

function causesOf({ causes, verdict }: Diagnosis): RefusalCause[] {
  if (verdict === 'valid' || verdict === 'unverified') return []
  return causes.map(({ code, message, action }) => ({ code, message, action }))
}

const toCause = ({ code, meaning, action }: ToolkitCode): RefusalCause => ({ code, message: meaning, action })

/** Without the key nobody knows why a signature does not fit. */
function guesses(own: ToolkitCode | undefined, words: Words): RefusalCause[] {
  if (own?.tencentCode === undefined) return []
  return (
    explainCodeIn(own.tencentCode, {}, () => words)[0]?.causes.map(({ code, message, action }) => ({
      code,
      message,
      action,
    })) ?? []
  )
}
