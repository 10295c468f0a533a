import { MAX_DOCUMENT_BYTES } from '@usersig/core/internal'
import { decodeBase64, STANDARD, TENCENT, toTencentAlphabet, URL_SAFE } from './base64.ts'
import { beginsAsZlib } from './dissect.ts'
import { isTicketDocument, parseDocument } from './document.ts'
import { inflateWhole } from './inflate.ts'
import type { FindingCode } from './words/findings.ts'

/** A ticket that was packed in another way. */
export interface OddPacking {
  readonly code: FindingCode
  /** What is inside; `undefined` where it is lost, or the inside is a ticket again. */
  readonly document?: string
  /** The ticket inside of it. */
  readonly ticket?: string
}

/** No ticket is longer in any of these forms. */
const MAX_LENGTH = 16_384
const GZIP_HEADER_BYTES = 10
const GZIP_TRAILER_BYTES = 8

/** Finds out how a text was packed that is not a ticket in the form that the servers read. */
export function recognisePacking(text: string): OddPacking | undefined {
  if (text.length > MAX_LENGTH) return undefined
  if (/^\s*\{/.test(text))
    return isTicketDocument(parseDocument(text)) ? { code: 'not_packed', document: text } : undefined
  if (!/^[\w*+/=-]{24,}$/.test(text)) return undefined
  if (/^([0-9a-f]{2}){40,}$/i.test(text)) return recogniseHex(text)
  for (const alphabet of [TENCENT, STANDARD, URL_SAFE]) {
    const bytes = decodeBase64(text, alphabet)
    // An alphabet that stops halfway is not the one.
    if (bytes.length < Math.floor((text.replace(/[_=]+$/, '').length * 3) / 4) - 1) continue
    const packing = recogniseBytes(bytes)
    if (packing) return packing
  }
  return undefined
}

function recogniseHex(text: string): OddPacking | undefined {
  const bytes = Uint8Array.from(text.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16))
  const document = readDocument(beginsAsZlib(bytes) ? inflateWhole(bytes.subarray(2), MAX_DOCUMENT_BYTES) : bytes)
  return document === undefined ? undefined : { code: 'hex_packed', document }
}

function recogniseBytes(bytes: Uint8Array): OddPacking | undefined {
  if (bytes.length === 32) return { code: 'signature_alone' }
  const plain = readDocument(bytes)
  if (plain !== undefined) return { code: 'not_compressed', document: plain }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const document = readDocument(
      inflateWhole(bytes.subarray(GZIP_HEADER_BYTES, -GZIP_TRAILER_BYTES), MAX_DOCUMENT_BYTES),
    )
    return { code: 'gzip', ...(document !== undefined && { document }) }
  }
  const raw = readDocument(inflateWhole(bytes, MAX_DOCUMENT_BYTES))
  if (raw !== undefined) return { code: 'raw_deflate', document: raw }
  return recogniseText(bytes)
}

/** What was made into bytes that are a text, or went through one. */
function recogniseText(bytes: Uint8Array): OddPacking | undefined {
  const text = decodeUtf8(bytes)
  if (text === undefined) return undefined
  if (/^e[AFJN][\w*+/=-]{40,}$/.test(text)) return { code: 'base64_twice', ticket: toTencentAlphabet(text) }
  if (text.split('\ufffd').length > 4) return { code: 'text_spoiled' }
  // Latin-1 that was written as UTF-8 has no character beyond U+00FF, and two bytes for half of them.
  if (text.length === bytes.length || [...text].some((character) => character.charCodeAt(0) > 0xff)) return undefined
  const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const document = beginsAsZlib(latin1) ? readDocument(inflateWhole(latin1.subarray(2), MAX_DOCUMENT_BYTES)) : undefined
  return document === undefined ? undefined : { code: 'text_encoded', document }
}

function readDocument(bytes: Uint8Array | undefined): string | undefined {
  if (bytes?.[0] !== 0x7b) return undefined
  const text = decodeUtf8(bytes)
  return text !== undefined && isTicketDocument(parseDocument(text)) ? text : undefined
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
