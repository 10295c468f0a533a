import { useId } from 'preact/hooks'
import { describeNumberFault } from '../parts/number-problem.ts'
import { Problem } from '../parts/problem.tsx'
import { useTexts } from '../state/texts.ts'
import { type GenerateForm, LIFETIME_UNITS, type LifetimeUnit, type Remark } from './form.ts'

interface LifetimeFieldProps {
  readonly form: GenerateForm
  /** What was said of the last one. */
  readonly remark: Remark | undefined
  readonly onChange: (change: Pick<GenerateForm, 'lifetime' | 'unit'>) => void
}

/** How long the ticket lasts, with its unit beside it: seconds and milliseconds are mixed up too often. */
export function LifetimeField({ form: { lifetime, unit }, remark, onChange }: LifetimeFieldProps) {
  const texts = useTexts()
  const t = texts.generate
  const id = useId()
  const missing = lifetime.trim() === '' ? t.lifetimeMissing : undefined
  const problem = describeNumberFault(lifetime, texts, true) ?? missing ?? (remark?.isWrong ? remark.text : undefined)
  const said = problem ?? remark?.text
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
          aria-invalid={problem !== undefined}
          aria-describedby={said && `${id}-problem`}
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
      <Problem id={id} text={problem} doubt={remark?.text} />
    </div>
  )
}
