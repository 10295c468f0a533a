interface ProblemProps {
  /** The id of the input; it describes itself by this one with `-problem` after it. */
  readonly id: string
  readonly text: string | undefined
  /** What is not wrong, and yet is probably not meant. */
  readonly doubt?: string | undefined
}

/** What is wrong with what was typed, below it. */
export function Problem({ id, text, doubt }: ProblemProps) {
  const said = text || doubt
  if (!said) return null
  return (
    <p class={text ? 'problem' : 'problem doubt'} id={`${id}-problem`}>
      {said}
    </p>
  )
}
