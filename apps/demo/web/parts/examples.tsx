import { useTexts } from '../state/texts.ts'

interface ExamplesProps {
  readonly options: readonly (readonly [label: string, choose: () => void])[]
}

/** Buttons that fill a panel with something to look at. */
export function Examples({ options }: ExamplesProps) {
  const t = useTexts()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand for a value
    <div class="examples" role="group" aria-label={t.examples}>
      <span class="quiet" aria-hidden="true">
        {t.examples}
      </span>
      {options.map(([label, choose]) => (
        <button key={label} type="button" class="small" onClick={choose}>
          {label}
        </button>
      ))}
    </div>
  )
}
