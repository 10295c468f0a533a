import { createHmac } from 'node:crypto'
import type { Signed } from './sample.ts'

const LINES = [
  ['TLS.identifier', 'userId'],
  ['TLS.sdkappid', 'sdkAppId'],
  ['TLS.time', 'issuedAt'],
  ['TLS.expire', 'expire'],
  ['TLS.userbuf', 'userBuf'],
] as const

/** The text that is signed, each value as JavaScript writes it. */
export function signedText(signed: Signed): string {
  return LINES.filter(([, field]) => signed[field] !== undefined)
    .map(([name, field]) => `${name}:${write(signed[field])}\n`)
    .join('')
}

// A forged object may have no way to become a string.
function write(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function signature(signed: Signed, secretKey: string): string {
  return createHmac('sha256', secretKey).update(signedText(signed)).digest('base64')
}

/** The entries of the document, in the order in which the official programs write them. */
export function entriesOf(signed: Signed, secretKey: string): [name: string, value: unknown][] {
  const fields = LINES.map(([name, field]): [string, unknown] => [name, signed[field]])
  return [
    ['TLS.ver', '2.0'],
    ...fields.filter(([, value]) => value !== undefined),
    ['TLS.sig', signature(signed, secretKey)],
  ]
}

/** What a document says that is signed. */
export function readSigned(document: string): Signed & { readonly signature: unknown } {
  const json = JSON.parse(document)
  return {
    ...Object.fromEntries(LINES.map(([name, field]) => [field, json[name]])),
    signature: json['TLS.sig'],
  } as Signed & { signature: unknown }
}
