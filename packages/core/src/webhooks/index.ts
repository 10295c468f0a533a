/**
 * Verifies the webhooks that Tencent sends, where no adapter does.
 *
 * @module
 */
import { UserSigError } from '../errors.ts'
import { duration } from '../options/option-checks.ts'
import { type OptionTable, readOptions } from '../options/read-options.ts'
import { type Moment, toUnixSeconds } from '../rules/time.ts'
import { kindOf } from '../show.ts'
import { encodeUtf8 } from '../wire/text.ts'
import { chatAge, checkChatSign, checkTrtcSign } from './signatures.ts'

/** A webhook of TRTC or of a call product, and the key to check it. */
export interface TrtcWebhook {
  /** The body as it arrived, before any parser: bytes, or text that was decoded and not changed. */
  body: Uint8Array | string
  /** The header `Sign`. Source: trtc.io/document/39558. */
  sign: string | null | undefined
  /** The key that you chose in the console, up to 32 characters; or several of them during a change. */
  key: string | readonly string[]
}

const TRTC_WEBHOOK: OptionTable<TrtcWebhook> = { body: asItIs, sign: asItIs, key: asItIs }

/**
 * Verifies a webhook of TRTC: `Sign` is the base64 of HMAC-SHA256 over the raw body. The signature does not cover its
 * age: compare `CallbackTs` of the body, in milliseconds, with your clock. Source: trtc.io/document/54912.
 *
 * @param given the raw body, the header `Sign`, and your key
 * @throws UserSigError `bad_signature`
 * @throws TypeError when the body was parsed already, or the key is missing
 * @example
 * ```ts
 * verifyTrtcWebhook({ body: rawBody, sign: request.headers.get('sign'), key })
 * const event = JSON.parse(rawBody)
 * ```
 */
export function verifyTrtcWebhook(given: TrtcWebhook): void {
  const { body, sign, key } = readOptions<TrtcWebhook>(given, TRTC_WEBHOOK, 'verifyTrtcWebhook')
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new TypeError(`body is ${kindOf(body)}, but must be the raw body: the signature covers its bytes`)
  }
  checkTrtcSign(sign, typeof body === 'string' ? encodeUtf8(body) : body, keysOf(key, 'key'))
}

/** URL parameters of a webhook of Chat or TUILiveKit, and the token to check them. */
export interface ChatWebhook {
  /** `Sign` of the URL. */
  sign: string | null | undefined
  /** `RequestTime` of the URL, in Unix seconds. */
  requestTime: string | number | null | undefined
  /** The token that you chose in the console; or several of them during a change. */
  token: string | readonly string[]
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: Moment
  /** How old the webhook may be, and how far its time may lie ahead, in seconds. @defaultValue 60, as the documents ask */
  maxAge?: number
}

const CHAT_WEBHOOK: OptionTable<ChatWebhook> = {
  sign: asItIs,
  requestTime: asItIs,
  token: asItIs,
  now: (value) => toUnixSeconds(value as Moment, 'now'),
  maxAge: duration(),
}

/**
 * Verifies a webhook of Chat or TUILiveKit: `Sign` is the SHA-256 of the token and `RequestTime`, which may be a minute
 * off. The body is not signed: serve webhooks only over HTTPS. Source: cloud.tencent.com/document/product/269/32431.
 *
 * @param given `Sign` and `RequestTime` of the URL, and your token
 * @throws UserSigError `bad_signature`, `expired`, `not_yet_valid`
 * @throws TypeError when the token is missing, or `maxAge` is not a number of seconds above 0
 * @example
 * ```ts
 * const { searchParams } = new URL(request.url)
 * verifyChatWebhook({ sign: searchParams.get('Sign'), requestTime: searchParams.get('RequestTime'), token })
 * ```
 */
export function verifyChatWebhook(given: ChatWebhook): void {
  const {
    sign,
    requestTime,
    token,
    now,
    maxAge = 60,
  } = readOptions<ChatWebhook>(given, CHAT_WEBHOOK, 'verifyChatWebhook')
  checkChatSign(sign, requestTime, keysOf(token, 'token'))
  const age = chatAge(requestTime, now as number | undefined)
  if (age > maxAge) throw new UserSigError('expired', `the webhook was sent ${age} s ago`)
  if (age < -maxAge) throw new UserSigError('not_yet_valid', `the webhook was sent ${-age} s in the future`)
}

function asItIs(value: unknown): unknown {
  return value
}

function keysOf(given: string | readonly string[], name: string): readonly string[] {
  const keys: readonly string[] = typeof given === 'string' ? [given] : given
  if (Array.isArray(keys) && keys.length > 0 && keys.every((each) => typeof each === 'string' && each !== '')) {
    return keys
  }
  throw new TypeError(`${name} must be the text that you chose in the console, not empty`)
}
