import { MAX_USER_BUF_BYTES, MAX_USER_ID_BYTES } from './limits.ts'
import { Base64Text, STANDARD_BASE64, TENCENT_BASE64 } from './steps/base64.ts'
import { type SignedFields, signedContent } from './steps/content.ts'
import { DOCUMENT_END, writeDocument } from './steps/document.ts'
import { MAC_BYTES } from './steps/hmac.ts'
import { decodeAscii, encodeUtf8Into } from './steps/text.ts'
import { type Compression, packDeflated, packStored, STORED_HEADER_BYTES } from './steps/zlib.ts'

/*
 * Signing is synchronous and leaves nothing behind but the ticket, so one set of buffers serves all of it. They are as
 * large as the largest ticket: a user buffer of 1024 bytes takes 1368 characters of the document.
 */
const contentBuffer = new Uint8Array(2048)
const packed = new Uint8Array(2048 + STORED_HEADER_BYTES + 4)
const documentBuffer = packed.subarray(STORED_HEADER_BYTES)
const ticketText = new Base64Text(packed.length)
const signatureText = new Base64Text(MAC_BYTES)

/** The bytes to sign; they hold until the next call. */
export function contentToSign(fields: SignedFields): Uint8Array {
  return contentBuffer.subarray(0, encodeUtf8Into(signedContent(fields), contentBuffer))
}

/** Puts fields and their signature into a ticket: document, zlib, Tencent's base64. */
export function assembleTicket(fields: SignedFields, mac: Uint8Array, compression: Compression): string {
  const signatureAt = encodeUtf8Into(writeDocument(fields), documentBuffer)
  signatureText.encode(mac, MAC_BYTES, STANDARD_BASE64)
  documentBuffer.set(signatureText.bytes, signatureAt)
  const endAt = signatureAt + signatureText.bytes.length
  documentBuffer.set(DOCUMENT_END, endAt)
  const documentLength = endAt + DOCUMENT_END.length
  if (compression === 'none') return toTicketText(packed, packStored(packed, documentLength))
  const deflated = packDeflated(documentBuffer.subarray(0, documentLength))
  return toTicketText(deflated, deflated.length)
}

function toTicketText(bytes: Uint8Array, length: number): string {
  const end = ticketText.encode(bytes, length, TENCENT_BASE64)
  return decodeAscii(ticketText.bytes.subarray(0, end))
}

const userBufText = new Base64Text(MAX_USER_BUF_BYTES)

/** Standard base64 of a user buffer, as the document and the signed content hold it. */
export function encodeUserBuf(userBuf: Uint8Array): string {
  const end = userBufText.encode(userBuf, userBuf.length, STANDARD_BASE64)
  return decodeAscii(userBufText.bytes.subarray(0, end))
}

const accountBuffer = new Uint8Array(MAX_USER_ID_BYTES)

/** UTF-8 of a checked UserID; the bytes hold until the next call. */
export function encodeAccount(userId: string): Uint8Array {
  return accountBuffer.subarray(0, encodeUtf8Into(userId, accountBuffer))
}
