import { createUserSigner, decodeUserSig, type UserSignerOptions } from '@usersig/core'
import * as vectors from '@usersig/vectors'
import fc from 'fast-check'
import { packDocument } from '../src/index.ts'

// The pair of the official READMEs, which the vectors use.
export const APP = 1_400_000_000
export const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
export const NOW = 1_795_426_056

/** A signer whose clock stands still at NOW. */
export function signerWith(options: Partial<UserSignerOptions> = {}) {
  return createUserSigner({ sdkAppId: APP, secretKey: KEY, strRoomIdRule: 'any', now: () => NOW, ...options })
}

/** A ticket whose document is packed as other programs pack it. */
export function packedTicket(userId: string, compression: 'none' | 'deflate'): string {
  return packDocument(decodeUserSig(signerWith().genUserSig(userId)).document, compression)
}

/** Tickets of every official program. */
export const official = vectors.official
/** Tickets that attack a reader, and those of official programs for unusual input. */
export const hostile = vectors.hostile
export const quirks = vectors.quirks

const CONTROL = /[\p{Cc}\u2028\u2029]/u

/** UserIDs that can be signed: any characters that fit into 32 bytes. */
export const anyUserId = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 32 }),
    fc.string({
      unit: fc.constantFrom('"', '\\', '/', '<', '&', ' ', ':', '\u{1f511}', 'é', '用'),
      minLength: 1,
      maxLength: 10,
    }),
  )
  .filter((userId) => !CONTROL.test(userId) && !/\p{Surrogate}/u.test(userId) && Buffer.byteLength(userId) <= 32)

export const anyCompression = fc.constantFrom('none' as const, 'deflate' as const)

/** Bytes in the form of a ticket. */
export function toTicket(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}
