import type { IssuedTickets } from '@usersig/core'
import { useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { useTexts } from '../state/texts.ts'
import { contentOf, type QrContent } from './credentials.ts'
import { download, toFileName } from './download.ts'
import { type QrDrawing, toSvg } from './qr.ts'
import { QrCode } from './qr-code.tsx'

/** The result as a picture, for the camera of a phone. */
export function QrCard({ issued }: { readonly issued: IssuedTickets }) {
  const t = useTexts().generate
  const [content, setContent] = useState<QrContent>('userSig')
  const [drawing, setDrawing] = useState<QrDrawing>()
  const { userId, privateMapKey } = issued
  const names: readonly (readonly [QrContent, string])[] = [
    ['userSig', 'UserSig'],
    ...(privateMapKey ? [['privateMapKey', 'PrivateMapKey'] as const] : []),
    ['json', 'JSON'],
  ]
  const shown = contentOf(issued, content) === undefined ? 'userSig' : content
  return (
    <Card title={t.qr}>
      <Choice name="qr" label={t.qrContent} options={names} value={shown} onChange={setContent} />
      <QrCode text={contentOf(issued, shown) ?? ''} label={t.qrLabel(shown)} onDrawn={setDrawing} />
      {drawing && (
        <button
          type="button"
          class="small"
          onClick={() => download(`${toFileName(userId)}.svg`, 'image/svg+xml', toSvg(drawing))}
        >
          {t.qrDownload}
        </button>
      )}
    </Card>
  )
}
