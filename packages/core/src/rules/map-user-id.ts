import { sha256 } from '@noble/hashes/sha2.js'
import { UserSigError } from '../errors.ts'
import { MAX_USER_ID_BYTES } from '../limits.ts'
import { oneOf } from '../options/option-checks.ts'
import { optionReader } from '../options/option-reader.ts'
import { kindOf } from '../show.ts'
import { base64Length, encodeBase64, STANDARD_BASE64 } from '../wire/base64.ts'
import { decodeAscii, encodeUtf8, isWellFormed } from '../wire/text.ts'
import { spelledNothing, TRTC_USER_ID, userIdFault } from './user-id.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const UUID_USER_ID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/

/** How {@link toUserId} maps. */
export interface ToUserIdOptions {
  /** Which UserIDs stay as they are: `chat` keeps more, `trtc` fits every product. @defaultValue 'trtc' */
  rule?: 'chat' | 'trtc'
}

const readToUserIdOptions = optionReader<ToUserIdOptions>({ rule: oneOf(['chat', 'trtc']) }, 'toUserId')

/**
 * Maps any string, such as an e-mail address or a key of your user table, to a UserID.
 *
 * - A valid UserID stays unchanged.
 * - A UUID becomes its 32 hex digits in lower case; {@link fromUuidUserId} returns it. A user who can choose such
 *   digits as a name gets the same UserID as the UUID: do not mix UUIDs and names that users choose.
 * - Everything else becomes `-` and 31 characters of its SHA-256, 186 bits. Among a thousand million users the odds
 *   that any two share one are below 10⁻³⁸. A string that looks like such a hash is hashed itself, so no user can
 *   choose a name that maps to the hashed UserID of another user.
 *
 * The result depends only on the string and the rule: it is the same on every machine and in every version.
 *
 * @param value any string, 1 to 4096 characters
 * @param options which UserIDs stay unchanged
 * @throws UserSigError `invalid_user_id` when the value is not a string, empty, too long, or spells a missing value, as
 * "undefined" and "[object Object]" do
 * @throws TypeError for an unknown option or rule
 * @example
 * ```ts
 * toUserId('alice') // 'alice'
 * toUserId('0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d') // '0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d'
 * toUserId('alice@example.com') // '-' and 31 characters
 * ```
 */
export function toUserId(value: string, options?: ToUserIdOptions): string {
  const { rule } = readToUserIdOptions(options)
  const fault = valueFault(value)
  if (fault !== undefined) throw new UserSigError('invalid_user_id', fault)
  if (UUID.test(value)) return value.replaceAll('-', '').toLowerCase()
  const fits = userIdFault(value) === undefined && (rule === 'chat' || TRTC_USER_ID.test(value))
  return fits && !looksHashed(value) ? value : hashedUserId(value)
}

/** Longest text that is mapped: identifiers are far shorter, and a longer one is something else. */
const MAX_VALUE_LENGTH = 4096

function valueFault(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') {
    return `a UserID cannot be made of ${value === '' ? 'an empty string' : kindOf(value)}`
  }
  if (value.length > MAX_VALUE_LENGTH) {
    return `a UserID cannot be made of ${value.length} characters: pass the identifier alone, at most ${MAX_VALUE_LENGTH}`
  }
  return spelledNothing(value)
}

/**
 * The UUID that {@link toUserId} turned into a UserID, in lower case; `undefined` for any other UserID.
 *
 * @param userId what `toUserId` returned
 * @example
 * ```ts
 * fromUuidUserId('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d') // '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d'
 * ```
 */
export function fromUuidUserId(userId: string): string | undefined {
  const groups = userId.length === MAX_USER_ID_BYTES ? UUID_USER_ID.exec(userId) : null
  return groups ? groups.slice(1).join('-') : undefined
}

function looksHashed(value: string): boolean {
  return value.startsWith('-') && value.length === MAX_USER_ID_BYTES
}

function hashedUserId(value: string): string {
  const digest = sha256(isWellFormed(value) ? encodeUtf8(value) : codeUnits(value))
  const text = new Uint8Array(base64Length(digest.length))
  encodeBase64(digest, digest.length, STANDARD_BASE64, text, 0)
  const letters = decodeAscii(text.subarray(0, MAX_USER_ID_BYTES - 1))
  return `-${letters.replaceAll('+', '-').replaceAll('/', '_')}`
}

/** Two bytes for each unit after a byte that begins no UTF-8: ill-formed strings get hashes of their own. */
function codeUnits(value: string): Uint8Array {
  const bytes = new Uint8Array(1 + value.length * 2)
  bytes[0] = 0xff
  for (let i = 0; i < value.length; i++) {
    bytes[1 + 2 * i] = value.charCodeAt(i) >> 8
    bytes[2 + 2 * i] = value.charCodeAt(i) & 255
  }
  return bytes
}
