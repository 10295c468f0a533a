import type { Dissection } from '@usersig/doctor'
import { Card } from '../parts/card.tsx'
import { useTexts } from '../state/texts.ts'

interface SizesProps {
  readonly ticket: string
  readonly dissection: Dissection
}

/** How large each layer is, drawn. */
export function Sizes({ ticket, dissection: { packed, document } }: SizesProps) {
  const t = useTexts().anatomy
  const rows = [
    [t.layers.ticket, ticket.length],
    [t.layers.bytes, packed.length],
    [t.layers.document, new TextEncoder().encode(document).length],
  ] as const
  const largest = Math.max(...rows.map(([, size]) => size))
  return (
    <Card title={t.sizes}>
      <ul class="sizes">
        {rows.map(([name, size]) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={largest} value={size} aria-label={name} />
            <span class="quiet">{t.bytes(size)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
