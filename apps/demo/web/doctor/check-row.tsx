import { useTexts } from '../state/language.ts'
import type { Check } from './checks.ts'

const MARKS = { passed: '✓', failed: '✗', doubtful: '!', open: '?' } as const

/** The checks of a ticket, drawn as the way that it takes through a server. */
export function CheckRow({ checks }: { readonly checks: readonly Check[] }) {
  const t = useTexts().checks
  return (
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
  )
}
