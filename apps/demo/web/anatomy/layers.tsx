import type { Dissection } from '@usersig/doctor'
import type { ComponentChildren } from 'preact'
import { Card } from '../parts/card.tsx'
import { ScrollBox } from '../parts/scroll-box.tsx'
import { useTexts } from '../state/texts.ts'
import { Blocks, Bytes } from './bytes.tsx'
import { LayerText } from './layer-text.tsx'

interface LayersProps {
  readonly ticket: string
  readonly dissection: Dissection
}

/** A ticket from the outside to the inside. */
export function Layers({ ticket, dissection }: LayersProps) {
  const t = useTexts().anatomy
  const { fields, packed, document, content } = dissection
  return (
    <>
      <Layer title={t.layers.ticket} size={t.characters(ticket.length)} wrap>
        <LayerText text={ticket} fields={fields} spanOf={(field) => field.ticket} />
      </Layer>
      {packed.length > 0 && (
        <Layer title={t.layers.bytes} size={t.bytes(packed.length)} wrap before={<Blocks {...dissection} />}>
          <Bytes packed={packed} fields={fields} />
        </Layer>
      )}
      {document !== '' && (
        <Layer title={t.layers.document} size={t.characters(document.length)} wrap>
          <LayerText text={document} fields={fields} spanOf={(field) => field.document} />
        </Layer>
      )}
      {content !== undefined && (
        <Layer title={t.layers.content} size={t.characters(content.length)} after={<p class="quiet">{t.signing}</p>}>
          <LayerText text={content} fields={fields} spanOf={(field) => field.content} />
        </Layer>
      )}
    </>
  )
}

interface LayerProps {
  readonly title: string
  readonly size: string
  readonly wrap?: boolean
  readonly before?: ComponentChildren
  readonly after?: ComponentChildren
  readonly children: ComponentChildren
}

function Layer({ title, size, wrap = false, before, after, children }: LayerProps) {
  return (
    <Card title={title} aside={<span class="quiet">{size}</span>}>
      {before}
      <ScrollBox label={title} class={wrap ? 'layer wrap' : 'layer'}>
        <pre>{children}</pre>
      </ScrollBox>
      {after}
    </Card>
  )
}
