/**
 * Verifies the webhooks that Tencent sends, where no adapter does.
 *
 * @module
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { UserSigError } from './errors.ts'
import { duration } from './options/option-checks.ts'
import { type OptionTable, readOptions } from './options/read-options.ts'
import { type Moment, systemClock, toUnixSeconds } from './rules/time.ts'
import { kindOf } from './show.ts'
import { base64Length, encodeBase64, STANDARD_BASE64 } from './wire/base64.ts'
import { decodeAscii, encodeUtf8 } from './wire/text.ts'

/** What a webhook of TRTC or of a call product brings, and the key to check it with. */
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
 * Verifies a webhook of TRTC: `Sign` is the base64 of HMAC-SHA256 over the raw body. Its age is not part of it: compare
 * `CallbackTs` of the body, in milliseconds, with your clock.
 * Source: trtc.io/document/54912.
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
    throw new TypeError(`body is ${kindOf(body)}, but must be the raw body: its bytes are what is signed`)
  }
  checkTrtcSign(sign, typeof body === 'string' ? encodeUtf8(body) : body, keysOf(key, 'key'))
}

/** What the URL of a webhook of Chat or TUILiveKit brings, and the token to check it with. */
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
 * off. Nothing of the body is signed: serve webhooks over HTTPS only.
 * Source: cloud.tencent.com/document/product/269/32431.
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

/** The base64 of 32 bytes. */
const TRTC_SIGN = /^[A-Za-z0-9+/]{43}=$/

/**
 * Checks the form of a TRTC signature, and what it signs where that is given.
 * @throws UserSigError `bad_signature`
 */
export function checkTrtcSign(
  sign: string | null | undefined,
  body?: Uint8Array,
  keys: readonly string[] = [],
): asserts sign is string {
  if (sign === undefined || sign === null || sign === '') {
    throw badSignature(
      'the request has no Sign header: choose a key for webhooks in the TRTC console; without one Tencent signs none',
    )
  }
  if (!TRTC_SIGN.test(sign)) throw badSignature('the signature of the webhook is not the base64 of 32 bytes')
  if (body === undefined) return
  const fits = keys.some((each) => equalText(toBase64(hmac(sha256, encodeUtf8(each), body)), sign))
  if (!fits) throw badSignature('the signature of the webhook does not fit')
}

/**
 * Checks the form of a Chat signature, and what it signs where that is given.
 * @throws UserSigError `bad_signature`
 */
export function checkChatSign(
  sign: string | null | undefined,
  requestTime: string | number | null | undefined,
  tokens?: readonly string[],
): asserts sign is string {
  const time = String(requestTime ?? '')
  if (!sign || time === '') {
    throw badSignature(
      'the URL has no Sign and RequestTime: switch on authentication of webhooks in the Chat console; it signs none before',
    )
  }
  const isWellFormed = sign.length === 64 && /^[0-9a-f]{64}$/i.test(sign) && time.length <= 10 && /^\d+$/.test(time)
  if (!isWellFormed) throw badSignature('the signature of the webhook is not a SHA-256 in hex and a time in seconds')
  if (tokens === undefined) return
  const fits = tokens.some((each) => equalText(bytesToHex(sha256(encodeUtf8(each + time))), sign.toLowerCase()))
  if (!fits) throw badSignature('the signature of the webhook does not fit')
}

/** How long ago Chat sent a webhook, in seconds. */
export function chatAge(requestTime: string | number | null | undefined, now: number = systemClock()): number {
  return now - Number(requestTime)
}

/** Below this a time is in seconds, above it in milliseconds. */
const MILLISECONDS_FROM = 1e11

/**
 * How long ago TRTC sent a webhook, in seconds, by `CallbackTs` or `CallbackMsTs` of its body.
 * Source: trtc.io/document/39558; tencentcloud.com/document/product/647/66149.
 *
 * @throws UserSigError `bad_signature` when the body holds no time
 */
export function trtcAge(event: unknown, now: number = systemClock()): number {
  const time = numberIn(event, 'CallbackMsTs') ?? numberIn(event, 'CallbackTs')
  if (time === undefined) throw badSignature('the body of the webhook has no CallbackTs, so its age is not known')
  return now - Math.floor(time < MILLISECONDS_FROM ? time : time / 1000)
}

function numberIn(event: unknown, name: string): number | undefined {
  if (typeof event !== 'object' || event === null || !Object.hasOwn(event, name)) return undefined
  const value = (event as Record<string, unknown>)[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function badSignature(message: string): UserSigError {
  return new UserSigError('bad_signature', message)
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

function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(base64Length(bytes.length))
  return decodeAscii(text.subarray(0, encodeBase64(bytes, bytes.length, STANDARD_BASE64, text, 0)))
}

/** Compares in a time that does not depend on where the first difference is. */
function equalText(expected: string, given: string): boolean {
  if (given.length !== expected.length) return false
  let difference = 0
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ given.charCodeAt(i)
  return difference === 0
}
