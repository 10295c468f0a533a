import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { UserSigError } from '../errors.ts'
import { systemClock } from '../rules/time.ts'
import { base64Length, encodeBase64, STANDARD_BASE64 } from '../wire/base64.ts'
import { decodeAscii, encodeUtf8 } from '../wire/text.ts'

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
