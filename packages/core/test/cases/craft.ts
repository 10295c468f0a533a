import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { zlibSync } from 'fflate'

/*
 * Tickets made by hand, the way an attacker or another program makes them: nothing here comes from the library.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-_'

/** The same text with one character replaced by another one of the alphabet. */
export function changeCharacter(ticket: string, position: number, distance = 1): string {
  const at = ALPHABET.indexOf(ticket.charAt(position))
  const other = ALPHABET.charAt((at + distance) % ALPHABET.length)
  return ticket.slice(0, position) + other + ticket.slice(position + 1)
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** Tencent's base64 around any bytes. */
export function toTicket(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
}

export function fromTicket(ticket: string): Uint8Array {
  return fromBase64(ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='))
}

/** A ticket around any document. */
export function packTicket(document: string | Uint8Array, level: 0 | 6 | 9 = 6): string {
  return toTicket(zlibSync(typeof document === 'string' ? new TextEncoder().encode(document) : document, { level }))
}

export interface Fields {
  readonly 'TLS.identifier': unknown
  readonly 'TLS.sdkappid': unknown
  readonly 'TLS.time': unknown
  readonly 'TLS.expire': unknown
  readonly 'TLS.userbuf'?: unknown
}

/** TLS.sig of whatever values, as a careless program computes it: each one as JavaScript writes it. */
export function signatureOf(fields: Fields, secretKey: string): string {
  const lines = ['TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.userbuf'] as const
  const content = lines
    .filter((name) => fields[name] !== undefined)
    .map((name) => `${name}:${fields[name]}\n`)
    .join('')
  return toBase64(hmac(sha256, new TextEncoder().encode(secretKey), new TextEncoder().encode(content)))
}

/** A document with the right signature for whatever values. */
export function signedDocument(fields: Fields, secretKey: string): Record<string, unknown> {
  return { 'TLS.ver': '2.0', ...fields, 'TLS.sig': signatureOf(fields, secretKey) }
}
