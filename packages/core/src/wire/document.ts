import { malformed, UserSigError } from '../errors.ts'
import { MAX_SDK_APP_ID } from '../limits.ts'
import { userIdFault } from '../rules/user-id.ts'
import { decodeBase64, STANDARD_BASE64 } from './base64.ts'
import { MAC_BYTES } from './mac.ts'
import type { SignedFields } from './signed-text.ts'

/** The JSON document inside of a ticket, with every field checked for its type. */
export interface TicketDocument extends SignedFields {
  /** HMAC-SHA256 of the signed content. */
  readonly signature: Uint8Array
}

const VERSION = '2.0'
const SIGNATURE_LENGTH = 44

/** What stands before the UserID in the documents that are written here. */
export const DOCUMENT_HEAD: string = `{"TLS.ver":"${VERSION}","TLS.identifier":"`

/**
 * Reads the JSON document. Order, white space, escapes and additional fields do not matter: official programs differ in
 * them. Types do: a number written as a string would be signed the same.
 *
 * @throws UserSigError `malformed`, `unsupported_version`
 */
export function readDocument(text: string): TicketDocument {
  checkAmount(text)
  const json = parseObject(text)
  const version = own(json, 'TLS.ver')
  if (version !== VERSION) {
    if (typeof version !== 'string') throw malformed('TLS.ver is missing or not a string')
    throw new UserSigError('unsupported_version', `TLS.ver is not "${VERSION}"`)
  }
  const userId = own(json, 'TLS.identifier')
  // The fault itself would quote a document that nobody has vouched for yet.
  if (userIdFault(userId) !== undefined) throw malformed('TLS.identifier is missing or not a valid UserID')
  return {
    userId: userId as string,
    sdkAppId: integer(json, 'TLS.sdkappid', 1, MAX_SDK_APP_ID),
    issuedAt: integer(json, 'TLS.time', 0, MAX_SAFE_SECONDS),
    expire: integer(json, 'TLS.expire', 1, MAX_SAFE_SECONDS),
    userBuf: readUserBuf(own(json, 'TLS.userbuf')),
    signature: readSignature(own(json, 'TLS.sig')),
  }
}

/** Half of what a number holds exactly, so that a time plus a duration is exact too. */
const MAX_SAFE_SECONDS = 2 ** 52

/**
 * Refuses documents with far more values than a ticket has, before they are parsed: arrays of thousands of arrays fit
 * into two kilobytes of text, but not into the memory that a ticket may cost.
 */
function checkAmount(text: string): void {
  if (text.length <= 512) return
  const MAX_VALUES = 128
  let values = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === COMMA || unit === OPEN_BRACKET || unit === OPEN_BRACE) values++
  }
  if (values > MAX_VALUES) throw malformed('the document holds far more than a ticket')
}

const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const OPEN_BRACE = 0x7b

function parseObject(text: string): Record<string, unknown> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The engine's own message quotes the document, and with it the signature: it is not passed on as a cause.
    throw malformed('the document is not valid JSON')
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw malformed('the document is not a JSON object')
  return json as Record<string, unknown>
}

/** A member of the document itself: what somebody put on `Object.prototype` is none. */
function own(json: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined
}

function integer(json: Record<string, unknown>, name: string, min: number, max: number): number {
  const value = own(json, name)
  if (typeof value !== 'number' || !Number.isInteger(value)) throw malformed(`${name} is missing or not an integer`)
  if (value < min || value > max) throw malformed(`${name} is out of range`)
  // -0 was signed as "-0" or "0", nobody knows.
  if (Object.is(value, -0)) throw malformed(`${name} is -0`)
  return value
}

function readUserBuf(value: unknown): Uint8Array | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw malformed('TLS.userbuf is not a string')
  const bytes = new Uint8Array((value.length >> 2) * 3)
  return bytes.slice(0, decodeBase64(value, bytes, STANDARD_BASE64, 'TLS.userbuf'))
}

function readSignature(value: unknown): Uint8Array {
  if (typeof value !== 'string') throw malformed('TLS.sig is missing or not a string')
  if (value.length !== SIGNATURE_LENGTH) throw malformed('TLS.sig does not hold a signature of HMAC-SHA256')
  const signature = new Uint8Array(MAC_BYTES + 1)
  const length = decodeBase64(value, signature, STANDARD_BASE64, 'TLS.sig')
  if (length !== MAC_BYTES) throw malformed('TLS.sig does not hold a signature of HMAC-SHA256')
  return signature.subarray(0, MAC_BYTES)
}
