/**
 * Verifies the callbacks (webhooks) that Tencent sends, where no adapter does.
 *
 * @module
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { UserSigError } from './errors.ts'
import { type Moment, systemClock, toUnixSeconds } from './rules/time.ts'
import { kindOf } from './show.ts'
import { base64Length, encodeBase64, STANDARD_BASE64 } from './wire/base64.ts'
import { decodeAscii, encodeUtf8 } from './wire/text.ts'

/** What a TRTC or call callback brings, and the key to check it with. */
export interface TrtcCallback {
  /** The body as it arrived, before any parser: bytes, or text that was decoded and not changed. */
  body: Uint8Array | string
  /** The header `Sign`. Source: trtc.io/document/39558. */
  sign: string | null | undefined
  /** The key that you chose in the console, up to 32 characters; or several of them during a change. */
  key: string | readonly string[]
}

/**
 * Verifies a callback (webhook) of TRTC: `Sign` is the base64 of HMAC-SHA256 over the raw body.
 * Source: trtc.io/document/54912.
 *
 * @param callback the raw body, the header `Sign`, and your key
 * @throws UserSigError `bad_signature`
 * @throws TypeError when the body was parsed already, or the key is missing
 * @example
 * ```ts
 * verifyTrtcCallback({ body: rawBody, sign: request.headers.get('sign'), key })
 * const event = JSON.parse(rawBody)
 * ```
 */
export function verifyTrtcCallback({ body, sign, key }: TrtcCallback): void {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new TypeError(`body is ${kindOf(body)}, but must be the raw body: its bytes are what is signed`)
  }
  const content = typeof body === 'string' ? encodeUtf8(body) : body
  const fits = keysOf(key, 'key').some((each) => equalText(toBase64(hmac(sha256, encodeUtf8(each), content)), sign))
  if (!fits) throw new UserSigError('bad_signature', 'the signature of the callback does not fit')
}

/** What the URL of a Chat or Live callback brings, and the token to check it with. */
export interface ChatCallback {
  /** `Sign` of the URL. */
  sign: string | null | undefined
  /** `RequestTime` of the URL, in Unix seconds. */
  requestTime: string | number | null | undefined
  /** The token that you chose in the console; or several of them during a change. */
  token: string | readonly string[]
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: Moment
  /** By how many seconds `RequestTime` may differ from now. @defaultValue 60, as the documents ask */
  tolerance?: number
}

/**
 * Verifies a callback (webhook) of Chat or Live: `Sign` is the SHA-256 of the token and `RequestTime`, which may be a
 * minute off. Nothing of the body is signed: serve callbacks over HTTPS only.
 * Source: cloud.tencent.com/document/product/269/32431.
 *
 * @param callback `Sign` and `RequestTime` of the URL, and your token
 * @throws UserSigError `bad_signature`, `expired`, `not_yet_valid`
 * @throws TypeError when the token is missing
 * @example
 * ```ts
 * const { searchParams } = new URL(request.url)
 * verifyChatCallback({ sign: searchParams.get('Sign'), requestTime: searchParams.get('RequestTime'), token })
 * ```
 */
export function verifyChatCallback({ sign, requestTime, token, now, tolerance = 60 }: ChatCallback): void {
  const time = String(requestTime ?? '')
  const content = (each: string) => sha256(encodeUtf8(each + time))
  const fits = keysOf(token, 'token').some((each) => equalText(bytesToHex(content(each)), sign?.toLowerCase()))
  if (!fits || !/^\d{1,10}$/.test(time)) {
    throw new UserSigError('bad_signature', 'the signature of the callback does not fit')
  }
  const age = (now === undefined ? systemClock() : toUnixSeconds(now, 'now')) - Number(time)
  if (age > tolerance) throw new UserSigError('expired', `the callback was sent ${age} s ago`)
  if (age < -tolerance) throw new UserSigError('not_yet_valid', `the callback was sent ${-age} s in the future`)
}

function keysOf(given: string | readonly string[], name: string): readonly string[] {
  const keys: readonly string[] = typeof given === 'string' ? [given] : given
  if (Array.isArray(keys) && keys.length > 0 && keys.every((each) => typeof each === 'string' && each !== ''))
    return keys
  throw new TypeError(`${name} must be the text that you chose in the console, not empty`)
}

function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(base64Length(bytes.length))
  return decodeAscii(text.subarray(0, encodeBase64(bytes, bytes.length, STANDARD_BASE64, text, 0)))
}

/** Compares in a time that does not depend on where the first difference is. */
function equalText(expected: string, given: string | null | undefined): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false
  let difference = 0
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ given.charCodeAt(i)
  return difference === 0
}
