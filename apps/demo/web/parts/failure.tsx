import { UserSigSourceError } from '@usersig/client'
import { UserSigError } from '@usersig/core'
import { language, useTexts } from '../state/language.ts'

/** What went wrong, and what to do. */
export function Failure({ error }: { readonly error: unknown }) {
  const t = useTexts()
  const { title, hint, original, code } = describe(error, t)
  return (
    <div class="failure" role="alert">
      <p>
        <b>{title}</b>
      </p>
      {hint && <p>{hint}</p>}
      {original && (
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
  readonly original?: string | false
  readonly code?: string
}

function describe(error: unknown, t: ReturnType<typeof useTexts>): Description {
  if (error instanceof UserSigError) {
    const { message, hint } = t.explain.error(error)
    const code = error.tencentCode ? `${error.code} · Tencent ${error.tencentCode}` : error.code
    return { title: message, hint, original: language.value !== 'en' && error.message, code }
  }
  if (error instanceof UserSigSourceError) {
    const title = error.code === 'network' ? t.failure.network : (error.detail ?? error.message)
    return { title, code: error.code }
  }
  return { title: error instanceof Error ? error.message : String(error) }
}
