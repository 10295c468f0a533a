import type { IssuedTickets } from '@usersig/core'
import { useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { useTexts } from '../state/texts.ts'
import { QrCode } from './qr-code.tsx'

type Content = 'userSig' | 'privateMapKey' | 'json'

/** The result as a picture, for the camera of a phone. */
export function QrCard({ issued }: { readonly issued: IssuedTickets }) {
  const t = useTexts().generate
  const [content, setContent] = useState<Content>('userSig')
  const { sdkAppId, userId, userSig, privateMapKey } = issued
  const texts: Record<Content, string | undefined> = {
    userSig,
    privateMapKey,
    json: JSON.stringify({ sdkAppId, userId, userSig, ...(privateMapKey && { privateMapKey }) }),
  }
  const names: readonly (readonly [Content, string])[] = [
    ['userSig', 'UserSig'],
    ...(privateMapKey ? [['privateMapKey', 'PrivateMapKey'] as const] : []),
    ['json', 'JSON'],
  ]
  const shown = texts[content] === undefined ? 'userSig' : content
  return (
    <Card title={t.qr}>
      <Choice name="qr" label={t.qrContent} options={names} value={shown} onChange={setContent} />
      <QrCode text={texts[shown] ?? ''} label={t.qrLabel(shown)} />
    </Card>
  )
}
