import { useId } from 'preact/hooks'

interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly onInput: (value: string) => void
}

/** Where a ticket is pasted. */
export function TextArea({ label, value, placeholder, onInput }: TextAreaProps) {
  const id = useId()
  return (
    <>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={6}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        placeholder={placeholder}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </>
  )
}
