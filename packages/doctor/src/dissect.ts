import { decodeUserSig, UserSigError } from '@usersig/core'
import { MAX_DOCUMENT_BYTES, MAX_TICKET_LENGTH } from '@usersig/core/internal'
import { decodeBase64, TENCENT } from './base64.ts'
import { type InflateFault, type Trace, traceInflate } from './inflate.ts'
import { findMembers, type Member } from './members.ts'

/** Part of a text or of bytes: from `start` to before `end`. */
export interface Span {
  /** The first, counted from 0. */
  readonly start: number
  /** The one after the last. */
  readonly end: number
}

/** One field of the document, and where it is found in each layer. */
export interface DissectedField {
  /** Its name, such as `TLS.identifier`. */
  readonly name: string
  /** Its value, unchanged. */
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
  /** Fields of the document, in its order. */
  readonly fields: readonly DissectedField[]
  /** The text that was signed; `undefined` where the document is not valid. */
  readonly content: string | undefined
  /** Message of the strict reader; `undefined` if it accepts the ticket. */
  readonly error: UserSigError | undefined
}

/** The zlib stream of a ticket (RFC 1950); the spans count its bytes. */
export interface ZlibLayer {
  /** The two bytes of the header. */
  readonly header: Span
  /** The DEFLATE blocks. */
  readonly blocks: Span
  /** Kind of the first block: not compressed, with the code of the standard, or with its own code. */
  readonly firstBlock: 'stored' | 'fixed' | 'dynamic' | undefined
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
  // No further than the strict reading goes, so that no text takes long.
  const packed = decodeBase64(ticket.slice(0, MAX_TICKET_LENGTH), TENCENT)
  const trace = beginsAsZlib(packed) ? traceInflate(packed.subarray(HEADER_BYTES), MAX_DOCUMENT_BYTES) : undefined
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

const HEADER_BYTES = 2
const CHECKSUM_BYTES = 4

/** RFC 1950, section 2.2. */
export function beginsAsZlib(packed: Uint8Array): boolean {
  const [method = 0, flags = 0] = packed
  return packed.length > HEADER_BYTES && (method & 15) === 8 && ((method << 8) | flags) % 31 === 0
}

const KINDS = ['stored', 'fixed', 'dynamic'] as const

function toZlibLayer({ length, fault }: Trace, packed: Uint8Array): ZlibLayer {
  const end = HEADER_BYTES + (length ?? packed.length - HEADER_BYTES)
  const hasChecksum = length !== undefined && end + CHECKSUM_BYTES <= packed.length
  return {
    header: { start: 0, end: HEADER_BYTES },
    blocks: { start: HEADER_BYTES, end },
    // RFC 1951, section 3.2.3: one bit says whether the block is the last, two of which kind it is.
    firstBlock: KINDS[((packed[HEADER_BYTES] ?? 0xff) >> 1) & 3],
    checksum: hasChecksum ? { start: end, end: end + CHECKSUM_BYTES } : undefined,
    fault,
  }
}

function readStrictly(ticket: string): Pick<Dissection, 'content' | 'error'> {
  try {
    return { content: decodeUserSig(ticket).signedContent, error: undefined }
  } catch (error) {
    if (error instanceof UserSigError) return { content: undefined, error }
    throw error
  }
}

const utf8 = new TextEncoder()

function locate(member: Member, document: string, trace: Trace, ticket: string, content?: string): DissectedField {
  const { name, value, start, end, valueStart } = member
  const firstByte = utf8.encode(document.slice(0, start)).length
  const lastByte = Math.min(utf8.encode(document.slice(0, end)).length, trace.bytes.length) - 1
  const packed = {
    start: HEADER_BYTES + (trace.starts[firstByte] ?? 0),
    end: HEADER_BYTES + (trace.ends[lastByte] ?? 0),
  }
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
