import { PRIVILEGES, type PrivilegeName } from '@usersig/core'
import { useTexts } from '../state/language.ts'

const NAMES = Object.keys(PRIVILEGES) as PrivilegeName[]

/** The eight rights, granted or not. */
export function Rights({ granted }: { readonly granted: readonly string[] }) {
  const t = useTexts()
  return (
    <ul class="chips" aria-label={t.rights.label}>
      {NAMES.map((name) => (
        <li key={name} class={granted.includes(name) ? 'chip on' : 'chip'}>
          <span aria-hidden="true">{granted.includes(name) ? '✓' : '–'}</span>
          {t.rights.names[name]}
          {!granted.includes(name) && <span class="hidden"> ({t.rights.no})</span>}
        </li>
      ))}
    </ul>
  )
}
