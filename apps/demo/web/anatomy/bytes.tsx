import type { Dissection } from '@usersig/doctor'
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
  /** In bytes. */
  readonly size: number
  readonly kind: 'header' | 'block' | 'checksum'
}

/** How the stream is made up: header, blocks and checksum, as wide as they are long. */
export function Blocks({ zlib, packed }: Pick<Dissection, 'zlib' | 'packed'>) {
  const t = useTexts().anatomy
  if (!zlib) return null
  const blocks: Block[] = [
    { name: t.blocks.header, size: 2, kind: 'header' },
    { name: t.blocks[zlib.firstBlock ?? 'dynamic'], size: zlib.blocks.end - zlib.blocks.start, kind: 'block' },
    ...(zlib.checksum ? [{ name: t.blocks.checksum, size: 4, kind: 'checksum' } as const] : []),
  ]
  return (
    <ol class="blocks" aria-label={t.blocks.label}>
      {blocks.map(({ name, size, kind }) => (
        <li key={kind} class={kind} style={{ flexGrow: size / packed.length }}>
          <b>{name}</b>
          <span class="quiet">{t.bytes(size)}</span>
        </li>
      ))}
    </ol>
  )
}
