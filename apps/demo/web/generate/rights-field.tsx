import type { PrivilegePreset } from '@usersig/core'
import { PRIVILEGE_PRESETS, PRIVILEGES } from '@usersig/core/internal'
import { RIGHTS } from '../parts/rights.tsx'
import { Switch } from '../parts/switch.tsx'
import { useTexts } from '../state/texts.ts'

// "all" is the same set as "anchor".
const PRESETS = (Object.keys(PRIVILEGE_PRESETS) as PrivilegePreset[]).filter((name) => name !== 'all')

interface RightsFieldProps {
  readonly rights: number
  readonly onChange: (rights: number) => void
}

/** The eight rights as switches, and the sets that are common. */
export function RightsField({ rights, onChange }: RightsFieldProps) {
  const t = useTexts().rights
  return (
    <fieldset class="rights labelled">
      <legend>{t.label}</legend>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would stand for a value */}
      <div class="presets" role="group" aria-label={t.presetsLabel}>
        {PRESETS.map((name) => (
          <button
            key={name}
            type="button"
            class="small"
            aria-pressed={PRIVILEGE_PRESETS[name] === rights}
            onClick={() => onChange(PRIVILEGE_PRESETS[name])}
          >
            {t.presets[name]}
          </button>
        ))}
      </div>
      <div class="switches">
        {RIGHTS.map((name) => (
          <Switch
            key={name}
            label={t.names[name]}
            detail={`${name} · ${PRIVILEGES[name]}`}
            checked={(rights & PRIVILEGES[name]) !== 0}
            onChange={() => onChange(rights ^ PRIVILEGES[name])}
          />
        ))}
      </div>
      <p class="quiet">
        privilegeMap <code>{rights}</code> = <code>{rights.toString(2).padStart(8, '0')}</code>
      </p>
    </fieldset>
  )
}
