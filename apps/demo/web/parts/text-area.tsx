import { useId } from 'preact/hooks'

interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly rows?: number
  /** Id of what is said about it. */
  readonly describedBy?: string | undefined
  readonly onInput: (value: string) => void
}

/** Where something long is pasted. */
export function TextArea({ label, value, placeholder, rows = 6, describedBy, onInput }: TextAreaProps) {
  const id = useId()
  return (
    <>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        placeholder={placeholder}
        aria-describedby={describedBy}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </>
  )
}
