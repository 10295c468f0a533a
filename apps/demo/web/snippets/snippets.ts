/**
 * Code that logs in with a ticket, ready to paste, for each product and platform in its own spelling.
 *
 * @module
 */
import { android } from './android.ts'
import { flutter } from './flutter.ts'
import { ios } from './ios.ts'
import type { Platform, Product, Snippet, SnippetInput, Snippets } from './snippet.ts'
import { web } from './web.ts'

const PLATFORMS: Record<Platform, Snippets> = { web, ios, android, flutter }

/** Only a try-out has its ticket in the code. */
const HEAD = '// For trying out. A real app fetches the ticket from its own server.'

/** The code that logs in to a product, or enters a room, on a platform. */
export function createSnippet(product: Product, platform: Platform, input: SnippetInput): Snippet {
  const snippet = PLATFORMS[platform][product](input)
  return { ...snippet, code: `${HEAD}\n${snippet.code}` }
}
