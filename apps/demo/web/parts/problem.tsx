interface ProblemProps {
  /** The id of the input; it describes itself by this one with `-problem` behind it. */
  readonly id: string
  readonly text: string | undefined
}

/** What is wrong with what was typed, below it. */
export function Problem({ id, text }: ProblemProps) {
  if (!text) return null
  return (
    <p class="problem" id={`${id}-problem`}>
      {text}
    </p>
  )
}
