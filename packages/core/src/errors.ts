import { brand, isBranded } from './brand.ts'

/**
 * The reason why a ticket was not issued or not accepted.
 *
 * Codes that begin with `invalid_` name a wrong value from the caller; the others describe the ticket.
 */
export type UserSigErrorCode =
  | 'invalid_sdk_app_id'
  | 'invalid_secret_key'
  | 'invalid_user_id'
  | 'invalid_expire'
  | 'invalid_time'
  | 'invalid_room'
  | 'invalid_privileges'
  | 'invalid_user_buf'
  | 'too_large'
  | 'malformed'
  | 'unsupported_version'
  | 'bad_signature'
  | 'app_mismatch'
  | 'user_mismatch'
  | 'expired'
  | 'not_yet_valid'
  | 'unexpected_user_buf'
  | 'user_buf_mismatch'
  | 'not_a_private_map_key'
  | 'room_mismatch'

/** What is the same for every error of one code. */
interface CodeFacts {
  /** What to do about it, as one sentence. */
  readonly hint: string
  /**
   * The code that Tencent's servers answer for the same fault, where the documents name one.
   * Source: cloud.tencent.com/document/product/679/131708.
   */
  readonly tencentCode?: number
}

const CODE_FACTS: Record<UserSigErrorCode, CodeFacts> = {
  invalid_sdk_app_id: {
    hint: 'Copy the SDKAppID of your application from the Tencent console and pass it as a number.',
  },
  invalid_secret_key: {
    hint: 'Copy the SDKSecretKey of the same application from the Tencent console, without any change.',
  },
  invalid_user_id: { hint: 'Pass a valid UserID, or map your own identifier with toUserId().' },
  invalid_expire: { hint: 'Pass a duration in whole seconds, for example 86400 for a day.' },
  invalid_time: { hint: 'Pass a Date or whole Unix seconds, for example Math.floor(Date.now() / 1000).' },
  invalid_room: { hint: 'Pass either roomId (a number) or strRoomId (a string).' },
  invalid_privileges: {
    hint: 'Pass a preset such as "audience", an array of privilege names, or a number from 0 to 255.',
  },
  invalid_user_buf: { hint: 'Pass the user buffer as a Uint8Array within the size limit.' },
  too_large: { hint: 'Pass the ticket alone, as it was issued.', tencentCode: 70003 },
  malformed: {
    hint: 'Check that the ticket arrives whole: nothing cut off, URL-encoded or re-encoded.',
    tencentCode: 70003,
  },
  unsupported_version: {
    hint: 'Issue a new ticket with an HMAC-SHA256 signer, which writes TLS.ver "2.0".',
    tencentCode: 70003,
  },
  bad_signature: { hint: 'Check that the issuer uses the SDKSecretKey of this SDKAppID.', tencentCode: 70009 },
  app_mismatch: { hint: 'Use the ticket with the SDKAppID that it was issued for.', tencentCode: 70014 },
  user_mismatch: { hint: 'Use the ticket with the UserID that it was issued for; case matters.', tencentCode: 70013 },
  expired: { hint: 'Fetch a new ticket from your server, and log in with it.', tencentCode: 70001 },
  not_yet_valid: { hint: 'Set the clocks of the issuing and of the verifying machine.' },
  unexpected_user_buf: { hint: 'Log in with a UserSig; pass a PrivateMapKey as the privateMapKey parameter.' },
  user_buf_mismatch: { hint: 'Use the ticket for the purpose that its user buffer names.' },
  not_a_private_map_key: { hint: 'Pass the PrivateMapKey here, and the UserSig as the login.' },
  room_mismatch: { hint: 'Fetch a PrivateMapKey for this room; room 123 and room "123" are two rooms.' },
}

const BRAND = 'usersig.UserSigError'

/**
 * The error of this library for wrong tickets and wrong values from a caller.
 *
 * Its `message` and properties never contain a secret key, a ticket or bytes of them. Wrong wiring (an option of the
 * wrong type, a missing callback) throws a `TypeError` instead.
 *
 * @example
 * ```ts
 * try {
 *   signer.verifyUserSig(userSig)
 * } catch (error) {
 *   if (UserSigError.is(error) && error.code === 'expired') console.log(error.hint)
 * }
 * ```
 */
export class UserSigError extends Error {
  /**
   * Whether a value is an error of this class, also where two copies of the package are in one program, as ESM and
   * CommonJS or as two versions are. `instanceof` asks the same.
   *
   * @param value what was caught
   * @example
   * ```ts
   * if (UserSigError.is(error) && error.code === 'expired') console.log(error.hint)
   * ```
   */
  static is(value: unknown): value is UserSigError {
    return isBranded(value, BRAND)
  }

  /** `instanceof`, for errors of another copy of this package, too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isBranded(value, BRAND)
  }

  /** Always `UserSigError`, also in programs whose names are shortened. */
  override readonly name = 'UserSigError'
  /** Why, for programs: stable, never translated. */
  readonly code: UserSigErrorCode
  /** The next step, in words. */
  readonly hint: string
  /** The code that Tencent's servers answer for the same fault, where there is one. */
  readonly tencentCode: number | undefined

  /**
   * @param code why, for programs
   * @param message what happened, for people; without a key, a ticket or parts of them
   * @param options what else is known
   * @param options.cause the error that caused this one
   */
  constructor(code: UserSigErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    brand(this, BRAND)
    this.code = code
    this.hint = CODE_FACTS[code].hint
    this.tencentCode = CODE_FACTS[code].tencentCode
  }
}

/** What a code of this library means, for lists and lookups. */
export interface UserSigErrorFacts {
  /** `code` of a {@link UserSigError}. */
  readonly code: UserSigErrorCode
  /** The next step. */
  readonly hint: string
  /** The code that Tencent's servers answer for the same fault, where there is one. */
  readonly tencentCode: number | undefined
}

/**
 * All codes of this library.
 *
 * @example
 * ```ts
 * listUserSigErrors().find(({ code }) => code === 'expired')?.tencentCode // 70001
 * ```
 */
export function listUserSigErrors(): UserSigErrorFacts[] {
  return Object.entries(CODE_FACTS).map(([code, { hint, tencentCode }]) => ({
    code: code as UserSigErrorCode,
    hint,
    tencentCode,
  }))
}

/** The most common error while reading a ticket. */
export function malformed(message: string, cause?: unknown): UserSigError {
  return new UserSigError('malformed', message, cause === undefined ? undefined : { cause })
}
