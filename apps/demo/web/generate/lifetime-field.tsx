import { useId } from 'preact/hooks'
import { useTexts } from '../state/language.ts'
import type { GenerateForm, LifetimeUnit } from './form.ts'

const UNITS: readonly LifetimeUnit[] = ['minutes', 'hours', 'days']

interface LifetimeFieldProps {
  readonly form: GenerateForm
  readonly onChange: (change: Pick<GenerateForm, 'lifetime' | 'unit'>) => void
}

/** How long the ticket lasts, with its unit beside it: seconds and milliseconds are mixed up too often. */
export function LifetimeField({ form: { lifetime, unit }, onChange }: LifetimeFieldProps) {
  const t = useTexts().generate
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{t.lifetime}</label>
      <div class="with-button">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={lifetime}
          onInput={(event) => onChange({ lifetime: event.currentTarget.value, unit })}
        />
        <select
          aria-label={t.unit}
          value={unit}
          onChange={(event) => onChange({ lifetime, unit: event.currentTarget.value as LifetimeUnit })}
        >
          {UNITS.map((each) => (
            <option key={each} value={each}>
              {t.units[each]}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
