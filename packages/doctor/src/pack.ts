import { UserSigError } from '@usersig/core'
import { MAX_DOCUMENT_BYTES } from '@usersig/core/internal'
import { zlibSync } from 'fflate'
import { encodeBase64, toTencentAlphabet } from './base64.ts'

/**
 * Packs any document as a ticket, without signing it: to test how a verifier handles a changed field.
 *
 * @param document - Any JSON document, up to 2048 bytes of UTF-8.
 * @param compression - `deflate` as most official programs write it, or `none` for a stored block.
 * @defaultValue `deflate`
 * @throws UserSigError `too_large`
 * @example
 * ```ts
 * const { document } = dissect(userSig)
 * diagnose(packDocument(document.replace('alice', 'bob')), { keys }).findings
 * ```
 */
export function packDocument(document: string, compression: 'deflate' | 'none' = 'deflate'): string {
  const bytes = new TextEncoder().encode(document)
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new UserSigError('too_large', `the document has ${bytes.length} bytes, but at most ${MAX_DOCUMENT_BYTES} fit`)
  }
  return toTencentAlphabet(encodeBase64(zlibSync(bytes, { level: compression === 'deflate' ? 6 : 0 })))
}
