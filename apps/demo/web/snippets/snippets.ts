/**
 * Code that logs in with a ticket, ready to paste, for each product and platform in its own spelling.
 *
 * @module
 */
import type { Language } from '@usersig/doctor'
import { android } from './android.ts'
import { flutter } from './flutter.ts'
import { ios } from './ios.ts'
import { REMARKS } from './remarks.ts'
import type { Platform, Product, Snippet, SnippetInput, Snippets } from './snippet.ts'
import { web } from './web.ts'

const PLATFORMS: Record<Platform, Snippets> = { web, ios, android, flutter }

/**
 * The code that logs in to a product, or enters a room, on a platform.
 *
 * @param language - Of the comments.
 */
export function createSnippet(
  product: Product,
  platform: Platform,
  input: SnippetInput,
  language: Language = 'en',
): Snippet {
  const remarks = REMARKS[language]
  const snippet = PLATFORMS[platform][product](input, remarks)
  return { ...snippet, code: `// ${remarks.head}\n${snippet.code}` }
}
