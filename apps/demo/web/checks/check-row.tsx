import { useTexts } from '../state/texts.ts'
import type { Check } from './checks.ts'

const MARKS = { passed: '✓', failed: '✗', doubtful: '!', open: '?' } as const

interface CheckRowProps {
  readonly checks: readonly Check[]
  /** Whether changes are told to those who do not see them. */
  readonly announced?: boolean
}

/** The checks of a ticket, drawn as the way that it takes through a server. */
export function CheckRow({ checks, announced = false }: CheckRowProps) {
  const t = useTexts().checks
  const failed = checks.filter(({ state }) => state === 'failed').map(({ name }) => t.names[name])
  return (
    <>
      {announced && (
        <p class="hidden" role="status">
          {t.summary(failed)}
        </p>
      )}
      <ol class="checks" aria-label={t.label}>
        {checks.map(({ name, state, tencentCode }) => (
          <li key={name} class={`check ${state}`}>
            <span class="check-mark" aria-hidden="true">
              {MARKS[state]}
            </span>
            <b>{t.names[name]}</b>
            <span class="quiet">{state === 'failed' && tencentCode ? String(tencentCode) : t.states[state]}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
