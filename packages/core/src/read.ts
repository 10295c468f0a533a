import type { UserSigClaims } from './claims.ts'
import { malformed, UserSigError } from './errors.ts'
import { MAX_DOCUMENT_BYTES, MAX_TICKET_LENGTH } from './limits.ts'
import { toRoomClaims } from './room.ts'
import { kindOf } from './show.ts'
import { decodeBase64, STANDARD_BASE64, TENCENT_BASE64 } from './steps/base64.ts'
import { readDocument, type TicketDocument } from './steps/document.ts'
import type { DeflateBlock } from './steps/inflate.ts'
import { decodeRoomRecord, type RoomRecord } from './steps/room-record.ts'
import { decodeUtf8 } from './steps/text.ts'
import { unpack } from './steps/zlib.ts'

/** Everything that stands in a ticket, nothing of it verified. */
export interface ReadTicket {
  readonly fields: TicketDocument
  readonly json: string
  readonly firstBlock: DeflateBlock
  readonly compressedBytes: number
  readonly documentBytes: number
}

const compressed = new Uint8Array((MAX_TICKET_LENGTH / 4) * 3)
/** How many bytes of `compressed` hold something. */
let used = 0
const documentBytes = new Uint8Array(MAX_DOCUMENT_BYTES)

/**
 * Reads a ticket as far as one can without a key. Each step is strict and bounded, whatever the ticket is.
 * @throws UserSigError `malformed`, `too_large`, `unsupported_version`
 */
export function readTicket(userSig: string): ReadTicket {
  if (typeof userSig !== 'string') throw malformed(`the ticket is ${kindOf(userSig)}, but must be a string`)
  if (userSig === '') throw malformed('the ticket is empty')
  if (userSig.length > MAX_TICKET_LENGTH) {
    throw new UserSigError(
      'too_large',
      `the ticket has ${userSig.length} characters, but at most ${MAX_TICKET_LENGTH} are read`,
    )
  }
  used = Math.max(used, Math.ceil(userSig.length / 4) * 3)
  const compressedBytes = decodeBase64(userSig, compressed, TENCENT_BASE64, 'the ticket')
  // The bit reader looks ahead: behind a ticket that is cut off it must not find the one before.
  compressed.fill(0, compressedBytes, used)
  used = compressedBytes
  const { length, firstBlock } = unpack(compressed, compressedBytes, documentBytes)
  const json = decodeUtf8(documentBytes.subarray(0, length), 'the document')
  return { fields: readDocument(json), json, firstBlock, compressedBytes, documentBytes: length }
}

/** The claims in a document, and the room record behind them if its user buffer is one. */
export interface ReadClaims {
  readonly claims: UserSigClaims
  readonly record: RoomRecord | undefined
}

export function readClaims(fields: TicketDocument): ReadClaims {
  const { sdkAppId, userId, issuedAt, expire } = fields
  const claims = { sdkAppId, userId, issuedAt, expire, expiresAt: issuedAt + expire }
  if (fields.userBuf === undefined) return { claims, record: undefined }
  const userBuf = decodeUserBuf(fields.userBuf)
  const record = decodeRoomRecord(userBuf)
  return { claims: record ? { ...claims, userBuf, room: toRoomClaims(record) } : { ...claims, userBuf }, record }
}

function decodeUserBuf(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length / 4) * 3)
  return bytes.slice(0, decodeBase64(text, bytes, STANDARD_BASE64, 'TLS.userbuf'))
}

export function badSignature(): UserSigError {
  return new UserSigError('bad_signature', 'the signature of the ticket does not fit')
}
