import type { Dissection } from '@usersig/core/doctor'
import { useTexts } from '../state/texts.ts'
import { formatHex } from '../texts/format.ts'
import { Part, toRuns } from './layer-text.tsx'

/** The bytes of the zlib stream, coloured by field. */
export function Bytes({ packed, fields }: Pick<Dissection, 'packed' | 'fields'>) {
  return (
    <code>
      {toRuns(packed.length, fields, (field) => field.packed).map(({ start, end, fields: own }) => (
        <Part key={start} fields={own}>
          {`${formatHex(packed.subarray(start, end))} `}
        </Part>
      ))}
    </code>
  )
}

interface Block {
  readonly name: string
  /** In bits. */
  readonly size: number
  readonly kind: 'header' | 'block' | 'checksum'
}

/** How the stream is made up: header, blocks and checksum, as wide as they are long. */
export function Blocks({ zlib, packed }: Pick<Dissection, 'zlib' | 'packed'>) {
  const t = useTexts().anatomy
  if (!zlib) return null
  const blocks: Block[] = [
    { name: t.blocks.header, size: 16, kind: 'header' },
    ...zlib.blocks.map(({ kind, start, end }): Block => ({ name: t.blocks[kind], size: end - start, kind: 'block' })),
    ...(zlib.checksum ? [{ name: t.blocks.checksum, size: 32, kind: 'checksum' } as const] : []),
  ]
  const total = packed.length * 8
  return (
    <ol class="blocks" aria-label={t.blocks.label}>
      {blocks.map(({ name, size, kind }, i) => (
        // A stream may hold equal blocks one after the other.
        <li key={i} class={kind} style={{ flexGrow: size / total }}>
          <b>{name}</b>
          <span class="quiet">{size % 8 === 0 ? t.bytes(size / 8) : t.bits(size)}</span>
        </li>
      ))}
    </ol>
  )
}
