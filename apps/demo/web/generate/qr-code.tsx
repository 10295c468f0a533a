import { useEffect, useState } from 'preact/hooks'
import { useTexts } from '../state/texts.ts'

/** Clear space around the code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

type Modules = readonly (readonly boolean[])[]

/** A text to be photographed by a phone; what draws it is loaded when it is first needed. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTexts()
  const [modules, setModules] = useState<Modules | 'failed'>()
  useEffect(() => {
    let current = true
    import('qr')
      .then(({ encodeQR }) => encodeQR(text, 'raw', { border: QUIET_ZONE, ecc: 'low' }))
      .catch(() => 'failed' as const)
      .then((result) => current && setModules(result))
    return () => {
      current = false
    }
  }, [text])
  if (!modules) return <p class="quiet">{t.loading}</p>
  if (modules === 'failed') return <p class="problem">{t.generate.qrFailed}</p>
  const size = modules.length
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={toPath(modules)} fill="#000" />
    </svg>
  )
}

function toPath(modules: Modules): string {
  return modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((part) => part !== '')
    .join('')
}
