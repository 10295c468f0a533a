import { useEffect, useState } from 'preact/hooks'
import { useTexts } from '../state/texts.ts'
import { drawQr, type QrDrawing } from './qr.ts'

interface QrCodeProps {
  readonly text: string
  readonly label: string
  /** Hears of the drawing, to offer it as a file. */
  readonly onDrawn?: (drawing: QrDrawing) => void
}

/** A text to be photographed by a phone. */
export function QrCode({ text, label, onDrawn }: QrCodeProps) {
  const t = useTexts()
  const [drawing, setDrawing] = useState<QrDrawing | 'failed'>()
  useEffect(() => {
    let current = true
    drawQr(text)
      .catch(() => 'failed' as const)
      .then((result) => {
        if (!current) return
        setDrawing(result)
        if (result !== 'failed') onDrawn?.(result)
      })
    return () => {
      current = false
    }
  }, [text])
  if (!drawing) return <p class="quiet">{t.loading}</p>
  if (drawing === 'failed') return <p class="problem">{t.generate.qrFailed}</p>
  return <QrPicture drawing={drawing} label={label} />
}

export function QrPicture({ drawing: { size, path }, label }: { readonly drawing: QrDrawing; readonly label: string }) {
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
