import type { UserSigClaims } from '../claims.ts'
import type { DeflateBlock } from '../wire/deflate/inflate.ts'
import { signedText } from '../wire/signed-text.ts'
import { decodeUtf8 } from '../wire/text.ts'
import { readClaims, readTicket } from './read-ticket.ts'

/** Contents of a ticket. They are not verified: use them to inspect a ticket, never to authorize a request. */
export interface DecodedUserSig {
  /** Always false, as a reminder: only `verifyUserSig` and `verifyPrivateMapKey` verify. */
  readonly verified: false
  /** The claims as they stand there, with the room record if there is one. */
  readonly claims: UserSigClaims
  /** How it is packed: the kind of its first DEFLATE block. */
  readonly compression: DeflateBlock
  /** How large each layer is. */
  readonly sizes: {
    /** Characters of the ticket. */
    readonly ticket: number
    /** Bytes of the zlib stream. */
    readonly compressed: number
    /** Bytes of the JSON document. */
    readonly document: number
  }
  /** The JSON document, unchanged. */
  readonly document: string
  /** The text that the issuer signed, rebuilt from the claims. */
  readonly signedContent: string
}

/**
 * Shows what is in a ticket, without a key and without verifying anything.
 *
 * @param userSig a UserSig or a PrivateMapKey
 * @throws UserSigError `malformed`, `too_large`, `unsupported_version`
 * @example
 * ```ts
 * const { claims, compression } = decodeUserSig(userSig)
 * console.log(claims.userId, new Date(claims.expiresAt * 1000), compression)
 * ```
 */
export function decodeUserSig(userSig: string): DecodedUserSig {
  const { fields, json, firstBlock, compressedBytes, documentBytes } = readTicket(userSig)
  return {
    verified: false,
    claims: readClaims(fields).claims,
    compression: firstBlock,
    sizes: { ticket: userSig.length, compressed: compressedBytes, document: documentBytes },
    document: json,
    signedContent: decodeUtf8(signedText(fields), 'the signed text'),
  }
}
