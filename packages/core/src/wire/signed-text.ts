import { base64Length, encodeBase64, STANDARD_BASE64 } from './base64.ts'
import { encodeUtf8, writeBytes, writeInteger, writeUtf8 } from './text.ts'

/** The fields of a ticket that are signed. */
export interface SignedFields {
  readonly sdkAppId: number
  readonly userId: string
  readonly issuedAt: number
  readonly expire: number
  /** The user buffer. One of no bytes is signed as such; `undefined` is none. */
  readonly userBuf: Uint8Array | undefined
}

const IDENTIFIER = /* @__PURE__ */ encodeUtf8('TLS.identifier:')
const SDKAPPID = /* @__PURE__ */ encodeUtf8('\nTLS.sdkappid:')
const TIME = /* @__PURE__ */ encodeUtf8('\nTLS.time:')
const EXPIRE = /* @__PURE__ */ encodeUtf8('\nTLS.expire:')
const USERBUF = /* @__PURE__ */ encodeUtf8('TLS.userbuf:')
const LINE_END = 0x0a

/**
 * Writes the text that is signed: one field a line, in this order.
 *
 * No field may hold a line break, or one text could be read as two sets of fields: UserIDs are checked, numbers are
 * integers, and the buffer is base64.
 * Source: official TLSSigAPI.go, hmacsha256().
 *
 * @returns the number of bytes
 */
export function writeSignedText(fields: SignedFields, out: Uint8Array): number {
  let at = writeBytes(IDENTIFIER, out, 0)
  at = writeUtf8(fields.userId, out, at)
  at = writeBytes(SDKAPPID, out, at)
  at = writeInteger(fields.sdkAppId, out, at)
  at = writeBytes(TIME, out, at)
  at = writeInteger(fields.issuedAt, out, at)
  at = writeBytes(EXPIRE, out, at)
  at = writeInteger(fields.expire, out, at)
  out[at++] = LINE_END
  const { userBuf } = fields
  if (userBuf === undefined) return at
  at = writeBytes(USERBUF, out, at)
  at = encodeBase64(userBuf, userBuf.length, STANDARD_BASE64, out, at)
  out[at++] = LINE_END
  return at
}

/** Longest text without the user buffer: a UserID of 32 bytes and three numbers of 16 digits. */
const MAX_TEXT_BYTES = 256

/** {@link writeSignedText} into bytes of their own. */
export function signedText(fields: SignedFields): Uint8Array {
  const out = new Uint8Array(MAX_TEXT_BYTES + base64Length(fields.userBuf?.length ?? 0))
  return out.slice(0, writeSignedText(fields, out))
}
