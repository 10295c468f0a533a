import { UserSigError } from '../errors.ts'
import { MAX_DOCUMENT_BYTES, MAX_TICKET_LENGTH } from '../limits.ts'
import { readTicket } from '../verifying/read-ticket.ts'
import { TENCENT_BASE64 } from '../wire/base64.ts'
import { signedText } from '../wire/signed-text.ts'
import { decodeUtf8, encodeUtf8 } from '../wire/text.ts'
import { findMembers, type Member } from './members.ts'
import { type InflateFault, type Trace, type TracedBlock, traceInflate } from './trace-inflate.ts'

/** Part of a text or of bytes: from `start` to before `end`. */
export interface Span {
  /** The first, counted from 0. */
  readonly start: number
  /** The one behind the last. */
  readonly end: number
}

/** One field of the document, and where it is found in each layer. */
export interface DissectedField {
  /** Its name, such as `TLS.identifier`. */
  readonly name: string
  /** Its value as it stands there. */
  readonly value: unknown
  /** Characters of the document: name and value. */
  readonly document: Span
  /** Characters of the document: the value alone. */
  readonly documentValue: Span
  /** Bytes of the zlib stream. Repetitions are packed, so fields may share bytes. */
  readonly packed: Span
  /** Characters of the ticket. */
  readonly ticket: Span
  /** Characters of the signed text; not there for fields that are not signed. */
  readonly content: Span | undefined
}

/** A ticket, layer by layer, as far as it can be read. */
export interface Dissection {
  /** The zlib stream. */
  readonly packed: Uint8Array
  /** How the stream is made up; `undefined` where there is none. */
  readonly zlib: ZlibLayer | undefined
  /** The JSON document, or what is left of it. */
  readonly document: string
  /** What the document holds, in its order. */
  readonly fields: readonly DissectedField[]
  /** The text that was signed; `undefined` where the document is not valid. */
  readonly content: string | undefined
  /** What the strict reading says; `undefined` where it has nothing to say. */
  readonly error: UserSigError | undefined
}

/** The zlib stream of a ticket (RFC 1950). */
export interface ZlibLayer {
  /** The two bytes of the header. */
  readonly header: Span
  /** Blocks of the DEFLATE stream; their spans count bits. */
  readonly blocks: readonly TracedBlock[]
  /** The four bytes of the checksum (Adler-32); `undefined` where they are missing. */
  readonly checksum: Span | undefined
  /** Why the stream could not be read to its end. */
  readonly fault: InflateFault | undefined
}

/** Tells the fields apart that are signed, in the order in which they are. */
const SIGNED = ['TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.userbuf']

/**
 * Takes a ticket apart, also a damaged one, and tells where each field is found in each layer. It verifies nothing.
 *
 * @param ticket - The ticket itself; `repairTicket` frees it from what came around it.
 * @example
 * ```ts
 * for (const { name, value, ticket } of dissect(userSig).fields) console.log(name, value, ticket.start, ticket.end)
 * ```
 */
export function dissect(ticket: string): Dissection {
  const packed = decodeLoosely(ticket)
  // No further than the strict reading goes, so that no text takes long.
  const readable = packed.subarray(0, MAX_TICKET_LENGTH)
  const trace = beginsAsZlib(packed) ? traceInflate(readable, 2, MAX_DOCUMENT_BYTES) : undefined
  const document = trace ? new TextDecoder().decode(trace.bytes, { stream: true }) : ''
  const { content, error } = readStrictly(ticket)
  return {
    packed,
    zlib: trace && toZlibLayer(trace, packed),
    document,
    fields: trace ? findMembers(document).map((member) => locate(member, document, trace, ticket, content)) : [],
    content,
    error,
  }
}

function beginsAsZlib(packed: Uint8Array): boolean {
  const [method = 0, flags = 0] = packed
  return packed.length > 2 && (method & 15) === 8 && ((method << 8) | flags) % 31 === 0
}

function toZlibLayer({ blocks, end, fault }: Trace, packed: Uint8Array): ZlibLayer {
  const hasChecksum = end !== undefined && end + 4 <= packed.length
  return {
    header: { start: 0, end: 2 },
    blocks,
    checksum: hasChecksum ? { start: end, end: end + 4 } : undefined,
    fault,
  }
}

/** The bytes of what is valid at the beginning. */
function decodeLoosely(ticket: string): Uint8Array {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (let i = 0; i < ticket.length; i++) {
    const value = TENCENT_BASE64.places[3][ticket.charCodeAt(i)] ?? -1
    if (value < 0) break
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
  }
  return Uint8Array.from(bytes)
}

function readStrictly(ticket: string): Pick<Dissection, 'content' | 'error'> {
  try {
    return { content: decodeUtf8(signedText(readTicket(ticket).fields), 'the signed text'), error: undefined }
  } catch (error) {
    if (error instanceof UserSigError) return { content: undefined, error }
    throw error
  }
}

function locate(member: Member, document: string, trace: Trace, ticket: string, content?: string): DissectedField {
  const { name, value, start, end, valueStart } = member
  const firstByte = encodeUtf8(document.slice(0, start)).length
  const lastByte = Math.min(encodeUtf8(document.slice(0, end)).length, trace.bytes.length) - 1
  const packed = { start: (trace.starts[firstByte] ?? 0) >> 3, end: ((trace.ends[lastByte] ?? 0) + 7) >> 3 }
  return {
    name,
    value,
    document: { start, end },
    documentValue: { start: valueStart, end },
    packed,
    ticket: {
      start: Math.floor((packed.start * 8) / 6),
      end: Math.min(Math.ceil((packed.end * 8) / 6), ticket.length),
    },
    content: SIGNED.includes(name) && content !== undefined ? locateLine(name, content) : undefined,
  }
}

function locateLine(name: string, content: string): Span | undefined {
  const start = `\n${content}`.indexOf(`\n${name}:`)
  return start < 0 ? undefined : { start, end: content.indexOf('\n', start) }
}
