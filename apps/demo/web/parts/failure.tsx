import { UserSigSourceError } from '@usersig/client'
import { UserSigError } from '@usersig/core'
import { language } from '../state/language.ts'
import { useTexts } from '../state/texts.ts'
import type { Texts } from '../texts/en.ts'

interface FailureProps {
  readonly error: unknown
  /** `alert` interrupts those who listen; `status`, for what changes with every key that is typed, does not. */
  readonly role?: 'alert' | 'status'
}

/** What went wrong, and what to do. */
export function Failure({ error, role = 'alert' }: FailureProps) {
  const t = useTexts()
  const { title, hint, original, code } = describe(error, t)
  return (
    <div class="failure" role={role}>
      <p>
        <b>{title}</b>
      </p>
      {hint && <p>{hint}</p>}
      {original !== undefined && original !== title && (
        <p lang="en" class="small-text">
          {original}
        </p>
      )}
      {code && <code>{code}</code>}
    </div>
  )
}

interface Description {
  readonly title: string
  readonly hint?: string
  /** What the program itself says, where the page speaks another language. */
  readonly original?: string | undefined
  readonly code?: string
}

function describe(error: unknown, t: Texts): Description {
  const original = error instanceof Error && language.value !== 'en' ? error.message : undefined
  if (UserSigError.is(error)) {
    const { message, hint } = t.explain.error(error)
    const code = error.tencentCode ? `${error.code} · Tencent ${error.tencentCode}` : error.code
    return { title: message, hint, original, code }
  }
  if (UserSigSourceError.is(error)) {
    const hint = error.retryAfter === undefined ? {} : { hint: t.failure.retryAfter(Math.ceil(error.retryAfter)) }
    // Without an answer there is nothing that a server could have said.
    const said = error.status === undefined ? error.message : (error.detail ?? error.message)
    const title = error.code === 'network' ? t.failure.network : t.explain.refusal(error)
    return { title, ...hint, original: original && said, code: error.code }
  }
  if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) {
    return { title: t.failure.network, original }
  }
  return { title: t.failure.other, original: error instanceof Error ? error.message : String(error) }
}
