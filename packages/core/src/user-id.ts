import { sha256 } from '@noble/hashes/sha2.js'
import { UserSigError } from './errors.ts'
import { MAX_USER_ID_BYTES } from './limits.ts'
import { kindOf, show } from './show.ts'
import { Base64Text, STANDARD_BASE64 } from './steps/base64.ts'
import { decodeAscii, encodeUtf8, isWellFormed, utf8Length } from './steps/text.ts'

/**
 * Which UserIDs are signed, beyond what always holds (1 to 32 bytes of UTF-8, no control characters):
 * - `chat`: any character. Chat takes what fits into 32 bytes.
 * - `trtc`: letters, digits, `_` and `-`, what TRTC recommends and TUICallKit demands.
 *   Source: trtc-sdk-v5 index.d.ts, userId; trtc.io/document/54906.
 * - a function of yours that throws when it does not like the UserID.
 */
export type UserIdRule = 'chat' | 'trtc' | ((userId: string) => void)

const TRTC_USER_ID = /^[A-Za-z0-9_-]+$/
const PLAIN_USER_ID = /^[\x20-\x7e]{1,32}$/
// C0, DEL, C1 and the two Unicode line separators: a line break in a UserID would let one signed text be read as
// two different sets of claims.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur.
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/**
 * Says what is wrong with a UserID, or `undefined` when nothing is: the check that holds for signing and verifying.
 * Source: trtc.io/document/47971 (error 7003).
 */
export function userIdFault(userId: unknown): string | undefined {
  if (typeof userId !== 'string') return `UserID is ${kindOf(userId)}, but must be a string`
  if (PLAIN_USER_ID.test(userId)) return undefined
  if (userId === '') return 'UserID is empty'
  const control = CONTROL_CHARACTER.exec(userId)
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `UserID holds the control character U+${code} at index ${control.index}`
  }
  if (!isWellFormed(userId)) return 'UserID is not well-formed Unicode: it holds half of a surrogate pair'
  const bytes = utf8Length(userId)
  if (bytes > MAX_USER_ID_BYTES) {
    return `UserID ${show(userId)} has ${bytes} bytes in UTF-8, but at most ${MAX_USER_ID_BYTES} are allowed`
  }
  return undefined
}

/**
 * Throws where a UserID is not one, or does not fit the rule.
 *
 * @param userId the UserID: 1 to 32 bytes of UTF-8, no control characters
 * @param rule which characters are allowed beyond that
 * @throws UserSigError `invalid_user_id`, or what the caller's own rule throws
 * @throws TypeError when the caller's own rule answers `false`, or with a promise
 * @example
 * ```ts
 * checkUserId('alice', 'trtc')
 * ```
 */
export function checkUserId(userId: string, rule: UserIdRule): void {
  const fault = userIdFault(userId)
  if (fault !== undefined) throw new UserSigError('invalid_user_id', fault)
  if (typeof rule === 'function') {
    checkAnswer(rule(userId))
    return
  }
  if (rule === 'chat' || TRTC_USER_ID.test(userId)) return
  const index = [...userId].findIndex((character) => !TRTC_USER_ID.test(character))
  throw new UserSigError(
    'invalid_user_id',
    `UserID ${show(userId)} holds ${show([...userId][index])} as character ${index + 1}, but the "trtc" rule allows letters, digits, "_" and "-" only`,
  )
}

/** A predicate or an async function as the rule would let every UserID pass. */
function checkAnswer(answer: unknown): void {
  if (answer === false || answer instanceof Promise) {
    throw new TypeError(
      `userIdRule answered ${answer === false ? 'false' : 'with a promise'}, but must throw, at once, when it does not like the UserID`,
    )
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const UUID_USER_ID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/

/**
 * Maps any string, such as an e-mail address or a key of your user table, to a UserID.
 *
 * - What already is a UserID stays as it is.
 * - A UUID becomes its 32 hex digits in lower case; {@link fromUuidUserId} gives it back. Whoever may choose such digits
 *   as a name is the same user as the UUID: do not mix UUIDs and names that users choose.
 * - Everything else becomes `-` and 31 characters of its SHA-256, 186 bits. Among a thousand million users the odds that
 *   any two share one are below 10⁻³⁸. A string that looks like such a hash is hashed itself, so nobody can choose a name that
 *   maps to the hashed UserID of somebody else.
 *
 * The result depends on the string and the rule alone: it is the same on every machine and in every version.
 *
 * @param value any string, at least one character
 * @param options `rule`: which UserIDs stay as they are
 * @param options.rule `chat` keeps more; `trtc`, which holds where it is left out, fits every product
 * @throws UserSigError `invalid_user_id` when the value is no string or empty
 * @throws TypeError for an unknown rule
 * @example
 * ```ts
 * toUserId('alice') // 'alice'
 * toUserId('0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d') // '0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d'
 * toUserId('alice@example.com') // '-' and 31 characters
 * ```
 */
export function toUserId(value: string, options: { rule?: 'chat' | 'trtc' } = {}): string {
  if (typeof value !== 'string' || value === '') {
    throw new UserSigError(
      'invalid_user_id',
      `a UserID cannot be made of ${value === '' ? 'an empty string' : kindOf(value)}`,
    )
  }
  const { rule = 'trtc' } = options
  if (rule !== 'trtc' && rule !== 'chat') throw new TypeError(`rule is ${show(rule)}, but must be "chat" or "trtc"`)
  if (UUID.test(value)) return value.replaceAll('-', '').toLowerCase()
  const fits = userIdFault(value) === undefined && (rule === 'chat' || TRTC_USER_ID.test(value))
  return fits && !looksHashed(value) ? value : hashedUserId(value)
}

/**
 * The UUID that {@link toUserId} turned into a UserID, in lower case; `undefined` for any other UserID.
 *
 * @param userId what `toUserId` gave
 * @example
 * ```ts
 * fromUuidUserId('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d') // '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d'
 * ```
 */
export function fromUuidUserId(userId: string): string | undefined {
  const groups = UUID_USER_ID.exec(userId)
  return groups ? groups.slice(1).join('-') : undefined
}

function looksHashed(value: string): boolean {
  return value.startsWith('-') && value.length === MAX_USER_ID_BYTES
}

function hashedUserId(value: string): string {
  const digest = sha256(isWellFormed(value) ? encodeUtf8(value) : codeUnits(value))
  const text = new Base64Text(digest.length)
  text.encode(digest, digest.length, STANDARD_BASE64)
  const letters = decodeAscii(text.bytes.subarray(0, MAX_USER_ID_BYTES - 1))
  return `-${letters.replaceAll('+', '-').replaceAll('/', '_')}`
}

/** Two bytes for each unit behind a byte that begins no UTF-8: ill-formed strings get hashes of their own. */
function codeUnits(value: string): Uint8Array {
  const bytes = new Uint8Array(1 + value.length * 2)
  bytes[0] = 0xff
  for (let i = 0; i < value.length; i++) {
    bytes[1 + 2 * i] = value.charCodeAt(i) >> 8
    bytes[2 + 2 * i] = value.charCodeAt(i) & 255
  }
  return bytes
}
