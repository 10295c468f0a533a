import { checkSdkAppId, readSecretKeys } from '../rules/application.ts'
import type { TicketDocument } from '../wire/document.ts'
import { createMac, equalMacs, MAC_BYTES } from '../wire/mac.ts'
import { signedText } from '../wire/signed-text.ts'
import { encodeUtf8 } from '../wire/text.ts'

/** The key of one application, to find out whether it signed a ticket. */
export interface AppKey {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** SDKSecretKey of the same application, or several during a rotation. */
  readonly secretKey: string | readonly string[]
}

/** Which key signed. */
export interface SignedBy {
  /** SDKAppID that the key was given for. */
  readonly sdkAppId: number
  /** Its place among the keys that were given. */
  readonly index: number
  /** How the signer had changed the key; `undefined` where it is the key itself. */
  readonly change: string | undefined
}

/** How a key is changed by mistake before it signs. */
const CHANGES: readonly (readonly [change: string, apply: (key: string) => Uint8Array | undefined])[] = [
  ['with a line break behind it, as files and pipes add it', (key) => encodeUtf8(`${key}\n`)],
  ['with a Windows line break behind it', (key) => encodeUtf8(`${key}\r\n`)],
  ['in double quotes', (key) => encodeUtf8(`"${key}"`)],
  ['in single quotes', (key) => encodeUtf8(`'${key}'`)],
  ['with a space behind it', (key) => encodeUtf8(`${key} `)],
  ['in upper case', (key) => encodeUtf8(key.toUpperCase())],
  ['decoded from hex, although its text is the key', (key) => fromHex(key)],
  ['encoded in base64', (key) => (/^[ -~]+$/.test(key) ? encodeUtf8(btoa(key)) : undefined)],
]

function fromHex(key: string): Uint8Array | undefined {
  if (!/^([0-9a-f]{2})+$/i.test(key)) return undefined
  return Uint8Array.from(key.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
}

/**
 * Finds the key that signed a ticket.
 *
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for a key that cannot be one
 */
export function findSigner(fields: TicketDocument, keys: readonly AppKey[]): SignedBy | undefined {
  const content = signedText(fields)
  const mac = new Uint8Array(MAC_BYTES)
  const signs = (key: Uint8Array): boolean => {
    createMac(key)(content, mac)
    return equalMacs(mac, fields.signature)
  }
  // Every key is checked before any of them is tried, so that a wrong one does not go unnoticed.
  const candidates = keys.map(({ sdkAppId, secretKey }, index) => ({
    sdkAppId: checkSdkAppId(sdkAppId),
    index,
    keys: readSecretKeys(secretKey),
  }))
  for (const { sdkAppId, index, keys } of candidates) {
    if (keys.some(signs)) return { sdkAppId, index, change: undefined }
  }
  for (const { sdkAppId, index, keys } of candidates) {
    const texts = keys.map((key) => new TextDecoder().decode(key))
    for (const [change, apply] of CHANGES) {
      const changed = texts.map(apply).filter((key) => key !== undefined)
      if (changed.some(signs)) return { sdkAppId, index, change }
    }
  }
  return undefined
}
