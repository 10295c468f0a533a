import { useEffect, useState } from 'preact/hooks'
import { useTexts } from '../state/language.ts'

/** Clear space around the code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

type Modules = readonly (readonly boolean[])[]

/** A text to be photographed by a phone; what draws it is loaded when it is first needed. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTexts()
  const [drawn, setDrawn] = useState<{ text: string; modules: Modules }>()
  useEffect(() => {
    let current = true
    import('qr').then(({ encodeQR }) => {
      if (current) setDrawn({ text, modules: encodeQR(text, 'raw', { border: QUIET_ZONE, ecc: 'low' }) })
    })
    return () => {
      current = false
    }
  }, [text])
  if (!drawn) return <p class="quiet">{t.loading}</p>
  const size = drawn.modules.length
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={toPath(drawn.modules)} fill="#000" />
    </svg>
  )
}

function toPath(modules: Modules): string {
  return modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((part) => part !== '')
    .join('')
}
