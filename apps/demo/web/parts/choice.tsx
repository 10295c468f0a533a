interface ChoiceProps<Value extends string> {
  readonly name: string
  readonly label: string
  /** Whether the label is seen; it is heard in any case. */
  readonly labelled?: boolean
  readonly hint?: string | undefined
  readonly options: readonly (readonly [value: Value, text: string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few values side by side, of which one is chosen. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, label, labelled = false, hint, options, value, onChange } = props
  return (
    <fieldset class={labelled ? 'labelled' : undefined}>
      <legend class={labelled ? undefined : 'hidden'}>{label}</legend>
      {hint && <p class="quiet">{hint}</p>}
      <div class="choices">
        {options.map(([each, text]) => (
          <label key={each} class="choice">
            <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChange(each)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
