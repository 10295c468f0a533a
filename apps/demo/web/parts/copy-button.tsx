import { useState } from 'preact/hooks'
import { useTexts } from '../state/language.ts'

/** How long the button says that it is done, in milliseconds. */
const THANKS = 1500

export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const t = useTexts().ticket
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), THANKS)
  }
  return (
    <button type="button" class="small" aria-label={label && `${t.copy}: ${label}`} onClick={copy}>
      <span aria-live="polite">{copied ? t.copied : t.copy}</span>
    </button>
  )
}
