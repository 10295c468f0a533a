import { useState } from 'preact/hooks'
import { useTexts } from '../state/texts.ts'

/** How long the button says how it went, in milliseconds. */
const PAUSE = 2000

type Outcome = 'copied' | 'notCopied'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for those who do not see where the button stands. */
  readonly label?: string
  /** What the button says in place of "Copy". */
  readonly caption?: string
}

/** Puts a text on the clipboard. */

export function CopyButton({ text, label, caption }: CopyButtonProps) {
  const t = useTexts().ticket
  const [outcome, setOutcome] = useState<Outcome>()
  const copy = async () => {
    // Pages without HTTPS have no clipboard, unless they are of this machine.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(done ? 'copied' : 'notCopied')
    setTimeout(() => setOutcome(undefined), PAUSE)
  }
  return (
    <>
      <button type="button" class="small" onClick={copy}>
        {outcome ? t[outcome] : (caption ?? t.copy)}
        {label && <span class="hidden"> {label}</span>}
      </button>
      <span class="hidden" role="status">
        {outcome && t[outcome]}
      </span>
    </>
  )
}
