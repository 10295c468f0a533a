interface ChoiceProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: Value, text: string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few values side by side, of which one is chosen. */
export function Choice<Value extends string>({ name, label, options, value, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset class="choices">
      <legend class="hidden">{label}</legend>
      {options.map(([each, text]) => (
        <label key={each} class="choice">
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChange(each)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
