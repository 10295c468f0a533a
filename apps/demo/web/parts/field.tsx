import { useId } from 'preact/hooks'
import { Problem } from './problem.tsx'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly placeholder?: string
  readonly numeric?: boolean
  /** What is wrong with the value. */
  readonly problem?: string | undefined
  /** What is doubtful about it. */
  readonly doubt?: string | undefined
}

/** A labelled line of text. */
export function Field({ label, value, onInput, placeholder = '', numeric = false, problem, doubt }: FieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={numeric ? 'numeric' : 'text'}
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={(problem ?? doubt) && `${id}-problem`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <Problem id={id} text={problem} doubt={doubt} />
    </div>
  )
}
