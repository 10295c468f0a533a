import type { PrivilegeName } from '@usersig/core'
import { PRIVILEGES } from '@usersig/core/internal'
import { useTexts } from '../state/texts.ts'

/** The eight rights, in the order of their bits. */
export const RIGHTS = Object.keys(PRIVILEGES) as PrivilegeName[]

/** The eight rights, granted or not. */
export function Rights({ granted }: { readonly granted: readonly string[] }) {
  const t = useTexts().rights
  return (
    <ul class="chips" aria-label={t.label}>
      {RIGHTS.map((name) => (
        <li key={name} class={granted.includes(name) ? 'chip on' : 'chip'}>
          <span aria-hidden="true">{granted.includes(name) ? '✓' : '–'}</span>
          {t.names[name]}
          {!granted.includes(name) && <span class="hidden"> ({t.no})</span>}
        </li>
      ))}
    </ul>
  )
}
