/**
 * Code that logs in with a ticket, ready to paste, for each product and platform in its own spelling.
 *
 * @module
 */
import type { IssuedTickets } from '@usersig/core'
import { android } from './android.ts'
import { flutter } from './flutter.ts'
import { ios } from './ios.ts'
import { web } from './web.ts'

export type Product = 'chat' | 'trtc' | 'callkit'
export type Platform = 'web' | 'ios' | 'android' | 'flutter'

/** What the snippets are filled with. */
export interface SnippetInput
  extends Pick<IssuedTickets, 'sdkAppId' | 'userId' | 'userSig' | 'privateMapKey' | 'roomId' | 'strRoomId'> {
  /** With a role, the room is one for live streaming; without, one for calls, which know no roles. */
  readonly role?: 'anchor' | 'audience'
}

export interface Snippet {
  readonly language: 'ts' | 'swift' | 'kotlin' | 'dart'
  readonly code: string
  /** The package, and how to add it. */
  readonly install: string
  /** The page that documents what the code calls. */
  readonly source: string
}

/** The snippets of a platform. */
export type Snippets = Record<Product, (input: SnippetInput) => Snippet>

const PLATFORMS: Record<Platform, Snippets> = { web, ios, android, flutter }

/** Only a try-out has its ticket in the code. */
const HEAD = '// For trying out. A real app fetches the ticket from its own server.'

/** The code that logs in to a product, or enters a room, on a platform. */
export function createSnippet(product: Product, platform: Platform, input: SnippetInput): Snippet {
  const snippet = PLATFORMS[platform][product](input)
  return { ...snippet, code: `${HEAD}\n${snippet.code}` }
}
