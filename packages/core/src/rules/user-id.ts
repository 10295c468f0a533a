import { UserSigError } from '../errors.ts'
import { MAX_NAME_LENGTH, MAX_USER_ID_BYTES } from '../limits.ts'
import { kindOf, show } from '../show.ts'
import { isWellFormed, utf8Length } from '../wire/text.ts'

/**
 * Rule for UserIDs, in addition to the fixed rule (1 to 32 bytes of UTF-8, no control characters):
 * - `chat`: any character. Chat accepts any UserID of up to 32 bytes.
 * - `trtc`: letters, digits, `_` and `-`, as TRTC recommends and TUICallKit requires. Source: trtc-sdk-v5 index.d.ts,
 *   userId; trtc.io/document/54906.
 * - your own function, which throws to refuse a UserID.
 */
export type UserIdRule = 'chat' | 'trtc' | ((userId: string) => void)

export const TRTC_USER_ID: RegExp = /^[A-Za-z0-9_-]+$/
// C0, DEL, C1 and the two Unicode line separators: a line break in a UserID would let one signed text be read as
// two different sets of claims.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur.
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** The common case: printable ASCII that fits. */
function isPlain(userId: string): boolean {
  const { length } = userId
  if (length === 0 || length > MAX_USER_ID_BYTES) return false
  for (let i = 0; i < length; i++) {
    const unit = userId.charCodeAt(i)
    if (unit < 0x20 || unit > 0x7e) return false
  }
  return true
}

/**
 * Says what is wrong with a UserID, or `undefined` when nothing is: the check that holds for signing and verifying.
 * Source: trtc.io/document/47971 (error 7003).
 */
export function userIdFault(userId: unknown): string | undefined {
  if (typeof userId !== 'string') return `UserID is ${kindOf(userId)}, but must be a string`
  if (isPlain(userId)) return undefined
  if (userId === '') return 'UserID is empty'
  if (userId.length > MAX_NAME_LENGTH) {
    return `UserID has ${userId.length} characters, but at most ${MAX_USER_ID_BYTES} bytes in UTF-8 are allowed`
  }
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
export function checkUserId(userId: unknown, rule: UserIdRule): asserts userId is string {
  const fault = userIdFault(userId) ?? spelledNothing(userId as string)
  if (fault !== undefined) throw new UserSigError('invalid_user_id', fault)
  const id = userId as string
  if (typeof rule === 'function') {
    checkAnswer(rule(id))
    return
  }
  if (rule === 'chat' || TRTC_USER_ID.test(id)) return
  const index = [...id].findIndex((character) => !TRTC_USER_ID.test(character))
  throw new UserSigError(
    'invalid_user_id',
    `UserID ${show(id)} holds ${show([...id][index])} as character ${index + 1}, but the "trtc" rule allows letters, digits, "_" and "-" only`,
  )
}

/** What programs write in place of a value that they do not have. */
const SPELLED_NOTHING = /^(?:undefined|null|NaN|\[object [A-Za-z]+\])$/

/** Says what is wrong with a UserID that was made of no value; a ticket that somebody else signed for it is still read. */
export function spelledNothing(userId: string): string | undefined {
  if (!SPELLED_NOTHING.test(userId)) return undefined
  return `UserID is the text ${show(userId)}, as programs spell a value that is missing or not a text: find out where it comes from`
}

/** A predicate or an async function as the rule would let every UserID pass. */
function checkAnswer(answer: unknown): void {
  if (answer === false || answer instanceof Promise) {
    throw new TypeError(
      `userIdRule answered ${answer === false ? 'false' : 'with a promise'}, but must throw, at once, when it does not like the UserID`,
    )
  }
}
