import { zlibSync } from 'fflate'
import { UserSigError } from '../errors.ts'
import { MAX_DOCUMENT_BYTES } from '../limits.ts'
import { encodeUtf8 } from '../wire/text.ts'
import { toTicketText } from '../wire/ticket.ts'

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
export function packDocument(document: string, compression: 'none' | 'deflate' = 'deflate'): string {
  const bytes = encodeUtf8(document)
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new UserSigError('too_large', `the document has ${bytes.length} bytes, but at most ${MAX_DOCUMENT_BYTES} fit`)
  }
  return toTicketText(zlibSync(bytes, { level: compression === 'none' ? 0 : 6 }))
}
