import { UserSigError } from '../errors.ts'
import { MAX_DOCUMENT_BYTES } from '../limits.ts'
import { toTicketText } from '../sign.ts'
import { encodeUtf8 } from '../steps/text.ts'
import { CHECKSUM_BYTES, type Compression, packDeflated, packStored, STORED_HEADER_BYTES } from '../steps/zlib.ts'

/**
 * Packs any document into the form of a ticket, without a signature of its own: to see what a verifier says when one
 * field of a ticket is another.
 *
 * @param document - The JSON document, whatever it holds, up to 2048 bytes of UTF-8.
 * @param compression - `deflate` as most official programs write it, or `none` (default `deflate`).
 * @throws UserSigError `too_large`
 * @example
 * ```ts
 * const { document } = dissect(userSig)
 * diagnose(packDocument(document.replace('alice', 'bob')), { keys }).findings
 * ```
 */
export function packDocument(document: string, compression: Compression = 'deflate'): string {
  const bytes = encodeUtf8(document)
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new UserSigError('too_large', `the document has ${bytes.length} bytes, but at most ${MAX_DOCUMENT_BYTES} fit`)
  }
  if (compression === 'deflate') {
    const deflated = packDeflated(bytes)
    return toTicketText(deflated, deflated.length)
  }
  const stored = new Uint8Array(STORED_HEADER_BYTES + bytes.length + CHECKSUM_BYTES)
  stored.set(bytes, STORED_HEADER_BYTES)
  return toTicketText(stored, packStored(stored, bytes.length))
}
