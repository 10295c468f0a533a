import type { Cause } from '@usersig/doctor'
import { useTexts } from '../state/texts.ts'

interface CausesProps {
  readonly causes: readonly (Pick<Cause, 'code' | 'message' | 'action'> & Partial<Pick<Cause, 'evidence'>>)[]
}

/** So many are shown at once; the others are the least likely. */
const SHOWN = 4

/** Why the login may fail, the most likely first, with what speaks for it and what to do. */
export function Causes({ causes }: CausesProps) {
  const t = useTexts().doctor
  const [first, rest] = [causes.slice(0, SHOWN), causes.slice(SHOWN)]
  // Evidence that is the same for several stands once, below the first of them.
  const isNews = (each: string, i: number) => !causes.slice(0, i).some(({ evidence }) => evidence?.includes(each))
  const list = (some: typeof causes, from: number) => (
    <ol class="causes" start={from + 1} aria-label={from === 0 ? t.causes : t.otherCauses}>
      {some.map(({ code, message, action, evidence = [] }, i) => (
        <li key={code} data-code={code}>
          <p class="cause">{message}</p>
          {action && (
            <p class="next">
              <span class="hidden">{t.next}: </span>
              {action}
            </p>
          )}
          {evidence
            .filter((each) => isNews(each, from + i))
            .map((each) => (
              <p key={each} class="quiet evidence">
                <span class="hidden">{t.evidence}: </span>
                {each}
              </p>
            ))}
        </li>
      ))}
    </ol>
  )
  if (causes.length === 0) return null
  return (
    <>
      <h3 class="causes-title">{t.causes}</h3>
      {list(first, 0)}
      {rest.length > 0 && (
        <details class="seen">
          <summary>{t.moreCauses(rest.length)}</summary>
          {list(rest, SHOWN)}
        </details>
      )}
    </>
  )
}
