import { MAX_SDK_APP_ID, MAX_USER_ID_BYTES } from '@usersig/core/internal'
import { decodeBase64, STANDARD, TENCENT } from './base64.ts'
import { type Found, found } from './findings.ts'

/** What a document says, read with patience; what cannot be used is `undefined`. */
export interface LooseDocument {
  readonly json: string
  readonly userId: string | undefined
  readonly sdkAppId: number | undefined
  readonly issuedAt: number | undefined
  readonly expire: number | undefined
  /** Standard base64, as it stands there. */
  readonly userBuf: string | undefined
  /** The bytes of TLS.sig, in whatever way it was written. */
  readonly signature: Uint8Array | undefined
  readonly faults: readonly Found[]
}

/** More than any ticket holds, and little enough for JSON.parse. */
const MAX_VALUES = 128

/** Source: the format of TLS-Sig-API v1; its fields are strings with other names. */
const ECDSA_FIELDS = ['TLS.account_type', 'TLS.expire_after', 'TLS.sdk_appid', 'TLS.version', 'TLS.appid_at_3rd']

/** The members of the JSON object; `undefined` where it is none. */
export function parseDocument(text: string): Record<string, unknown> | undefined {
  if (!text.trimStart().startsWith('{') || text.split(/[,[{]/, MAX_VALUES + 1).length > MAX_VALUES) return undefined
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a document is that of a ticket, of either scheme. */
export function isTicketDocument(json: Record<string, unknown> | undefined): json is Record<string, unknown> {
  return json !== undefined && Object.keys(json).some((name) => name.startsWith('TLS.'))
}

export function isEcdsa(names: readonly string[]): boolean {
  return names.some((name) => ECDSA_FIELDS.includes(name))
}

/** Reads a document as far as it makes sense, and says what is wrong with each field. */
export function readLoosely(text: string, json: Record<string, unknown>): LooseDocument {
  const faults: Found[] = []
  const version = json['TLS.ver']
  if (version === undefined) faults.push(found('field_missing', { name: 'TLS.ver' }))
  else if (version !== '2.0') return unsupported(text)
  const integer = (name: string, max: number) => readInteger(json, name, max, faults)
  return {
    json: text,
    userId: readUserId(json['TLS.identifier'], faults),
    sdkAppId: integer('TLS.sdkappid', MAX_SDK_APP_ID),
    issuedAt: integer('TLS.time', Number.MAX_SAFE_INTEGER),
    expire: readExpire(json, faults),
    userBuf: readUserBuf(json['TLS.userbuf'], faults),
    signature: readSignature(json['TLS.sig'], faults),
    faults,
  }
}

/** What other versions hold is not known. */
function unsupported(json: string): LooseDocument {
  const nothing = { userId: undefined, sdkAppId: undefined, issuedAt: undefined, expire: undefined }
  return { json, ...nothing, userBuf: undefined, signature: undefined, faults: [found('unsupported_version')] }
}

function readInteger(json: Record<string, unknown>, name: string, max: number, faults: Found[]): number | undefined {
  const value = json[name]
  if (value === undefined) {
    faults.push(found('field_missing', { name }))
    return undefined
  }
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0 || number > max) {
    faults.push(found('field_type', { name }))
    return undefined
  }
  if (typeof value === 'string') {
    // Tencent's generator for HarmonyOS writes the time as a text, and its tickets are accepted.
    faults.push(name === 'TLS.time' ? found('time_text') : found('field_text', { name, value }))
  }
  return number
}

function readExpire(json: Record<string, unknown>, faults: Found[]): number | undefined {
  // Go leaves out what is 0. Source: web.sdk.qcloud.com/trtc/webrtc/doc/en/module-ErrorCode.html, 70001
  const value = json['TLS.expire']
  if (value !== undefined && value !== 0) return readInteger(json, 'TLS.expire', Number.MAX_SAFE_INTEGER, faults)
  faults.push(found('no_lifetime'))
  return 0
}

const PLACEHOLDERS = /^(undefined|null|NaN|None|nil|\[object \w+\]|\$\{.*\}|\{\{.*\}\}|%s)$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/
/** The longest UserID that a message repeats. */
const MAX_SHOWN = 64

function readUserId(userId: unknown, faults: Found[]): string | undefined {
  if (typeof userId !== 'string') {
    faults.push(found(userId === undefined ? 'field_missing' : 'field_type', { name: 'TLS.identifier' }))
    return typeof userId === 'number' ? String(userId) : undefined
  }
  const fault = findUserIdFault(userId)
  if (fault) faults.push(fault)
  return userId
}

/** What is doubtful about a UserID. */
export function findUserIdFault(userId: string): Found | undefined {
  const values = { userId: userId.slice(0, MAX_SHOWN) }
  if (userId === '') return found('user_id_empty')
  if (PLACEHOLDERS.test(userId)) return found('user_id_placeholder', values)
  if (HIDDEN.test(userId)) return found('user_id_control')
  const bytes = new TextEncoder().encode(userId).length
  if (bytes > MAX_USER_ID_BYTES) return found('user_id_long', { bytes })
  if (/[^\x20-\x7e]/.test(userId)) return found('user_id_not_ascii', values)
  if (userId.trim() !== userId) return found('user_id_space', values)
  return /^[\w-]+$/.test(userId) ? undefined : found('user_id_other', values)
}

function readUserBuf(userBuf: unknown, faults: Found[]): string | undefined {
  if (userBuf === undefined) return undefined
  if (typeof userBuf === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(userBuf) && userBuf.length % 4 === 0) return userBuf
  faults.push(found('field_type', { name: 'TLS.userbuf' }))
  return undefined
}

const MAC_BYTES = 32

function readSignature(sig: unknown, faults: Found[]): Uint8Array | undefined {
  if (typeof sig !== 'string') {
    faults.push(found(sig === undefined ? 'field_missing' : 'field_type', { name: 'TLS.sig' }))
    return undefined
  }
  if (/^[0-9a-f]{64}$/i.test(sig)) {
    faults.push(found('signature_hex'))
    return Uint8Array.from(sig.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
  }
  const tencent = /[*_]/.test(sig) || (sig.includes('-') && !/[+/=]/.test(sig))
  if (tencent) faults.push(found('signature_alphabet'))
  const bytes = decodeBase64(sig, tencent ? TENCENT : STANDARD)
  const text = new TextDecoder().decode(bytes)
  if (/^[0-9a-f]{64}$/i.test(text)) {
    faults.push(found('signed_hash', { change: 'hex_in_base64' }, { tencentCode: 70003 }))
    return Uint8Array.from(text.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
  }
  if (bytes.length !== MAC_BYTES) faults.push(found('signature_length', { bytes: bytes.length }))
  else if (bytes.every((byte) => byte === 0)) faults.push(found('signature_zero'))
  else if (sig.length !== 44 && !tencent) faults.push(found('field_type', { name: 'TLS.sig' }))
  return bytes.length === MAC_BYTES ? bytes : undefined
}
