import { useId } from 'preact/hooks'
import { Problem } from '../parts/problem.tsx'
import { useTexts } from '../state/texts.ts'
import { type GenerateForm, LIFETIME_UNITS, type LifetimeUnit, toExpire } from './form.ts'

interface LifetimeFieldProps {
  readonly form: GenerateForm
  readonly onChange: (change: Pick<GenerateForm, 'lifetime' | 'unit'>) => void
}

/** How long the ticket lasts, with its unit beside it: seconds and milliseconds are mixed up too often. */
export function LifetimeField({ form: { lifetime, unit }, onChange }: LifetimeFieldProps) {
  const t = useTexts().generate
  const id = useId()
  const wrong = Number.isNaN(toExpire({ lifetime, unit }))
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
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-problem` : undefined}
          onInput={(event) => onChange({ lifetime: event.currentTarget.value, unit })}
        />
        <select
          aria-label={t.unit}
          value={unit}
          onChange={(event) => onChange({ lifetime, unit: event.currentTarget.value as LifetimeUnit })}
        >
          {LIFETIME_UNITS.map((each) => (
            <option key={each} value={each}>
              {t.units[each]}
            </option>
          ))}
        </select>
      </div>
      <Problem id={id} text={wrong ? t.lifetimeProblem : undefined} />
    </div>
  )
}
