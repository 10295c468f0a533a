import type { RoomClaims } from '@usersig/core'
import { Card } from '../parts/card.tsx'
import { Rights } from '../parts/rights.tsx'
import { useTexts } from '../state/texts.ts'
import { formatHex, formatTime } from '../texts/format.ts'
import { cutRecord, type RecordPart } from './record.ts'

/** The binary record of a PrivateMapKey, part by part. */
export function RecordCard({ room, userBuf }: { readonly room: RoomClaims; readonly userBuf: Uint8Array }) {
  const t = useTexts().anatomy
  return (
    <Card title={t.record}>
      <ol class="record">
        {cutRecord(userBuf).map((part) => (
          <li key={part.name} data-part={part.name}>
            <code>{formatHex(part.bytes)}</code>
            <span class="quiet">{t.recordParts[part.name]}</span>
            <b>{showValue(part)}</b>
          </li>
        ))}
      </ol>
      <Rights granted={room.privileges} />
    </Card>
  )
}

function showValue({ name, value }: RecordPart): string {
  if (name === 'expiresAt') return formatTime(Number(value))
  return name === 'rights' ? `${value} = ${Number(value).toString(2).padStart(8, '0')}` : value
}
