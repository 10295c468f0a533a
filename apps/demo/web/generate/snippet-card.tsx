import type { IssuedTickets } from '@usersig/core'
import { useState } from 'preact/hooks'
import { Card } from '../parts/card.tsx'
import { Choice } from '../parts/choice.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { ScrollBox } from '../parts/scroll-box.tsx'
import type { Platform, Product } from '../snippets/snippet.ts'
import { createSnippet } from '../snippets/snippets.ts'
import { language } from '../state/language.ts'
import { useTexts } from '../state/texts.ts'

const PRODUCTS: readonly (readonly [Product, string])[] = [
  ['chat', 'Chat'],
  ['trtc', 'TRTC'],
  ['callkit', 'TUICallKit'],
]
const PLATFORMS: readonly (readonly [Platform, string])[] = [
  ['web', 'Web'],
  ['ios', 'iOS'],
  ['android', 'Android'],
  ['flutter', 'Flutter'],
]

/** Who may send goes on stage; without a room nothing is known of that. */
function roleOf({ privileges }: IssuedTickets): { role?: 'anchor' | 'audience' } {
  if (!privileges) return {}
  return { role: privileges.some((name) => name.startsWith('send')) ? 'anchor' : 'audience' }
}

/** The code that logs in with what was signed, for every product and platform in its own spelling. */
export function SnippetCard({ issued }: { readonly issued: IssuedTickets }) {
  const t = useTexts().generate
  const [product, setProduct] = useState<Product>('chat')
  const [platform, setPlatform] = useState<Platform>('web')
  const { code, install, source } = createSnippet(product, platform, { ...issued, ...roleOf(issued) }, language.value)
  return (
    <Card title={t.snippet} aside={<CopyButton text={code} label={t.snippet} />}>
      <div class="snippet-choice">
        <Choice name="product" label={t.product} options={PRODUCTS} value={product} onChange={setProduct} />
        <Choice name="platform" label={t.platform} options={PLATFORMS} value={platform} onChange={setPlatform} />
      </div>
      <p class="quiet">
        <code>{install}</code>
      </p>
      <ScrollBox label={t.snippet} class="layer">
        <pre>
          <code>{code}</code>
        </pre>
      </ScrollBox>
      <p class="quiet">
        {t.source}{' '}
        <a href={source} rel="noreferrer" target="_blank">
          {source}
        </a>
      </p>
    </Card>
  )
}
