import type { UserSigClaims } from '../claims.ts'
import { malformed, UserSigError } from '../errors.ts'
import { MAX_DOCUMENT_BYTES, MAX_TICKET_LENGTH } from '../limits.ts'
import { toRoomClaims } from '../rules/room.ts'
import { kindOf } from '../show.ts'
import { decodeBase64, TENCENT_BASE64 } from '../wire/base64.ts'
import type { DeflateBlock, Inflated } from '../wire/deflate/inflate.ts'
import { unpack } from '../wire/deflate/zlib.ts'
import { readDocument, type TicketDocument } from '../wire/document.ts'
import { decodeRoomRecord, type RoomRecord } from '../wire/room-record.ts'
import type { SignedFields } from '../wire/signed-text.ts'
import { decodeUtf8 } from '../wire/text.ts'

/** Everything that stands in a ticket, nothing of it verified. */
export interface ReadTicket {
  readonly fields: TicketDocument
  readonly json: string
  readonly firstBlock: DeflateBlock
  readonly compressedBytes: number
  readonly documentBytes: number
}

/*
 * A ticket is as good as a password while it is valid: both buffers hold zeros again when its reader is done. The bit
 * reader, which looks ahead, relies on the zeros after the end, too.
 */
const compressed = /* @__PURE__ */ new Uint8Array((MAX_TICKET_LENGTH / 4) * 3)
let compressedBytes = 0
/** How many bytes of the document may hold something. */
let usedBytes = 0
/** The document of the ticket that was unpacked last. */
export const documentBytes: Uint8Array = /* @__PURE__ */ new Uint8Array(MAX_DOCUMENT_BYTES)

/**
 * Unpacks a ticket into `documentBytes`; whoever calls it calls `forgetTicket` in the end, also after an error.
 * @throws UserSigError `malformed`, `too_large`
 */
export function unpackTicket(userSig: string): Inflated {
  if (typeof userSig !== 'string') throw malformed(`the ticket is ${kindOf(userSig)}, but must be a string`)
  if (userSig === '') throw malformed('the ticket is empty')
  if (userSig.length > MAX_TICKET_LENGTH) {
    throw new UserSigError(
      'too_large',
      `the ticket has ${userSig.length} characters, but at most ${MAX_TICKET_LENGTH} are read`,
    )
  }
  // `{"` in base64.
  if (userSig.startsWith('eyJ')) throw malformed('this begins as a JSON Web Token, and is not a UserSig')
  compressedBytes = Math.ceil(userSig.length / 4) * 3
  compressedBytes = decodeBase64(userSig, compressed, TENCENT_BASE64, 'the ticket')
  usedBytes = MAX_DOCUMENT_BYTES
  const unpacked = unpack(compressed, compressedBytes, documentBytes)
  usedBytes = unpacked.length
  return unpacked
}

export function forgetTicket(): void {
  compressed.fill(0, 0, compressedBytes)
  documentBytes.fill(0, 0, usedBytes)
  compressedBytes = 0
  usedBytes = 0
}

/**
 * Reads a ticket as far as one can without a key. Each step is strict and bounded, whatever the ticket is.
 * @throws UserSigError `malformed`, `too_large`, `unsupported_version`
 */
export function readTicket(userSig: string): ReadTicket {
  try {
    const { length, firstBlock } = unpackTicket(userSig)
    const json = decodeUtf8(documentBytes.subarray(0, length), 'the document')
    return { fields: readDocument(json), json, firstBlock, compressedBytes, documentBytes: length }
  } finally {
    forgetTicket()
  }
}

/** The claims in signed fields, and the room record in them if the user buffer is one. */
export interface ReadClaims {
  readonly claims: UserSigClaims
  readonly record: RoomRecord | undefined
}

export function readClaims(fields: SignedFields): ReadClaims {
  const { sdkAppId, userId, issuedAt, expire, userBuf } = fields
  const expiresAt = issuedAt + expire
  if (userBuf === undefined) return { claims: { sdkAppId, userId, issuedAt, expire, expiresAt }, record: undefined }
  const record = decodeRoomRecord(userBuf)
  if (record === undefined) return { claims: { sdkAppId, userId, issuedAt, expire, expiresAt, userBuf }, record }
  const room = toRoomClaims(record)
  return { claims: { sdkAppId, userId, issuedAt, expire, expiresAt, userBuf, room }, record }
}

export function badSignature(): UserSigError {
  return new UserSigError('bad_signature', 'the signature of the ticket does not fit')
}
