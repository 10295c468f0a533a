import type { IssuedTickets } from '@usersig/core'
import type { Remarks } from './remarks.ts'

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
export type Snippets = Record<Product, (input: SnippetInput, remarks: Remarks) => Snippet>
