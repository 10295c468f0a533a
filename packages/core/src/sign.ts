import { MAX_DOCUMENT_BYTES, MAX_USER_BUF_BYTES } from './limits.ts'
import { Base64Text, STANDARD_BASE64, TENCENT_BASE64 } from './steps/base64.ts'
import {
  CONTENT_HEAD,
  contentTail,
  LINE_END,
  type SharedFields,
  type SignedFields,
  signedContent,
  USER_BUF_LINE_HEAD,
} from './steps/content.ts'
import {
  DOCUMENT_END,
  DOCUMENT_HEAD,
  DOCUMENT_NEXT,
  DOCUMENT_SIGNATURE,
  DOCUMENT_USER_BUF,
  documentTail,
} from './steps/document.ts'
import { MAC_BYTES } from './steps/hmac.ts'
import { ByteText, decodeAscii, encodeUtf8, escapeJson } from './steps/text.ts'
import { type Compression, packDeflated, packStored, STORED_HEADER_BYTES } from './steps/zlib.ts'

/*
 * From checked fields to a ticket. Signing is synchronous and leaves nothing behind but the ticket, so one set of buffers
 * serves all of it. Texts are put together as bytes: most of them are the same from ticket to ticket.
 */

/** The checked fields of one ticket. */
export interface TicketFields {
  readonly userId: string
  readonly frame: Frame
  /** Standard base64 of the user buffer, as ASCII bytes. */
  readonly userBuf: Uint8Array | undefined
}

/** The bytes that all tickets of one application, second and lifetime share. */
export interface Frame extends SharedFields {
  readonly contentTail: Uint8Array
  readonly documentTail: Uint8Array
}

export function createFrame(shared: SharedFields): Frame {
  return {
    ...shared,
    contentTail: encodeUtf8(contentTail(shared)),
    documentTail: encodeUtf8(documentTail(shared)),
  }
}

const contentHead = /* @__PURE__ */ encodeUtf8(CONTENT_HEAD)
const userBufLineHead = /* @__PURE__ */ encodeUtf8(USER_BUF_LINE_HEAD)
const lineEnd = /* @__PURE__ */ encodeUtf8(LINE_END)
const documentHead = /* @__PURE__ */ encodeUtf8(DOCUMENT_HEAD)
const documentUserBuf = /* @__PURE__ */ encodeUtf8(DOCUMENT_USER_BUF)
const documentNext = /* @__PURE__ */ encodeUtf8(DOCUMENT_NEXT)
const documentSignature = /* @__PURE__ */ encodeUtf8(DOCUMENT_SIGNATURE)
const documentEnd = /* @__PURE__ */ encodeUtf8(DOCUMENT_END)

const content = /* @__PURE__ */ new ByteText(MAX_DOCUMENT_BYTES)

/** The bytes to sign; they hold until the next call. */
export function contentToSign({ userId, frame, userBuf }: TicketFields): Uint8Array {
  content.start(0).add(contentHead).addText(userId).add(frame.contentTail)
  if (userBuf) content.add(userBufLineHead).add(userBuf).add(lineEnd)
  return content.written()
}

/** The bytes that a ticket was signed over, if its signature is right; they hold until the next call. */
export function signedBytes(fields: SignedFields): Uint8Array {
  return content.set(signedContent(fields)).written()
}

const packed = /* @__PURE__ */ new ByteText(STORED_HEADER_BYTES + MAX_DOCUMENT_BYTES + 4)
const signatureText = /* @__PURE__ */ new Base64Text(MAC_BYTES)
const ticketText = /* @__PURE__ */ new Base64Text(packed.bytes.length)

/** Puts fields and their signature into a ticket: document, zlib, Tencent's base64. */
export function assembleTicket(fields: TicketFields, mac: Uint8Array, compression: Compression): string {
  const { userId, frame, userBuf } = fields
  signatureText.encode(mac, MAC_BYTES, STANDARD_BASE64)
  packed.start(STORED_HEADER_BYTES).add(documentHead).addText(escapeJson(userId)).add(frame.documentTail)
  if (userBuf) packed.add(documentUserBuf).add(userBuf).add(documentNext)
  packed.add(documentSignature).add(signatureText.bytes).add(documentEnd)
  if (compression === 'none') return toTicketText(packed.bytes, packStored(packed.bytes, packed.written().length))
  const deflated = packDeflated(packed.written())
  return toTicketText(deflated, deflated.length)
}

/** Tencent's base64 of a zlib stream. */
export function toTicketText(bytes: Uint8Array, length: number): string {
  const end = ticketText.encode(bytes, length, TENCENT_BASE64)
  return decodeAscii(ticketText.bytes.subarray(0, end))
}

const userBufText = /* @__PURE__ */ new Base64Text(MAX_USER_BUF_BYTES)

/** Standard base64 of a user buffer, as ASCII bytes; they hold until the next call. */
export function encodeUserBuf(userBuf: Uint8Array): Uint8Array {
  return userBufText.bytes.subarray(0, userBufText.encode(userBuf, userBuf.length, STANDARD_BASE64))
}
