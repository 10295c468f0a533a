import { MAX_USER_BUF_BYTES } from '../limits.ts'
import { base64Length, encodeBase64, STANDARD_BASE64, TicketText } from './base64.ts'
import { FixedBlockWriter, type Piece } from './deflate/fixed-block.ts'
import { DOCUMENT_HEAD } from './document.ts'
import type { SignedFields } from './signed-text.ts'
import { decodeAscii, encodeUtf8, escapeJson, writeInteger, writeUtf8 } from './text.ts'

/*
 * From signed fields to a ticket: the document, packed by zlib, in Tencent's base64.
 *
 * A document is packed as one block of fixed Huffman codes while it is written, and what is the same in many documents is
 * kept in that form. It is the fastest form and, for a login, about as short as what zlib makes with codes of its own. A
 * large user buffer is another matter: its base64 takes 8 bits a character in fixed codes, and 6 in a block of its own.
 *
 * Between calls the buffers here hold zeros and the head of the document, which is the same in all tickets.
 */

/** Longest user buffer that is packed in fixed codes: as long as the longest room record. */
const MAX_FIXED_USER_BUF_BYTES = 121

/** The largest user buffer takes 1026 bytes in codes for base64. */
const MAX_PACKED_BYTES = 1536

/** The packed document of a ticket. */
const block = /* @__PURE__ */ new FixedBlockWriter(MAX_PACKED_BYTES)
/** One value of the document at a time. */
const value = /* @__PURE__ */ new Uint8Array(base64Length(MAX_USER_BUF_BYTES))
/** The ticket. */
const ticketText = /* @__PURE__ */ new TicketText()

/** Writes the tickets of one application. */
export class TicketWriter {
  readonly #sdkAppId: number
  /** The tails that were used last, by what they depend on beside the second and the lifetime. */
  readonly #tails: (Tail | undefined)[] = []

  constructor(sdkAppId: number) {
    this.#sdkAppId = sdkAppId
  }

  /** @param mac HMAC-SHA256 of the signed text of the fields */
  write(fields: SignedFields, mac: Uint8Array): string {
    const { userId, userBuf } = fields
    beginDocument()
    const userIdLength = writeEscaped(userId, value)
    block.add(value, 0, userIdLength)
    const tail = this.#appendTail(fields)
    const userBufLength = userBuf === undefined ? 0 : addUserBuf(userBuf)
    value.fill(0, 0, Math.max(userIdLength, userBufLength))
    const length = block.addMac(mac).add(END).end()
    // The first byte of a block says whether it is the last.
    ticketText.encode(block.bytes, 0, 3)
    ticketText.encode(block.bytes, headEnd, tail.from)
    ticketText.bytes.set(tail.text, (tail.from / 3) * 4)
    const end = ticketText.encode(block.bytes, tail.to, length)
    block.forget(length)
    return takeTicket(end, (headEnd / 3) * 4)
  }

  /** Appends what stands between the UserID that was just written and the user buffer or the signature. */
  #appendTail({ issuedAt, expire, userBuf }: SignedFields): Tail {
    const { count: phase, length, position } = block
    const key = (length << 4) | (phase << 1) | (userBuf === undefined ? 0 : 1)
    const last = this.#tails[key]
    if (last !== undefined && last.issuedAt === issuedAt && last.expire === expire) {
      block.append(last.piece)
      return last
    }
    const shared = { sdkAppId: this.#sdkAppId, issuedAt, expire }
    const piece = encodeTail(shared, phase, length, userBuf === undefined ? SIG : USERBUF)
    block.append(piece)
    // The bytes at its ends are shared with what stands before and after it.
    const from = Math.ceil((position + 1) / 3) * 3
    const to = block.position - (block.position % 3)
    const end = ticketText.encode(block.bytes, from, to)
    const tail = { issuedAt, expire, piece, from, to, text: ticketText.bytes.slice((from / 3) * 4, end) }
    this.#tails[key] = tail
    return tail
  }
}

/** A tail in the form in which it stands in tickets: as bits of the packed document, and as text of the ticket. */
interface Tail {
  readonly issuedAt: number
  readonly expire: number
  readonly piece: Piece
  /** The bytes of the packed document, from a multiple of 3 to another, that are the same in all tickets; and their text. */
  readonly from: number
  readonly to: number
  readonly text: Uint8Array
}

// The texts of the document, cut where it repeats itself.
const QUOTED_NEXT = /* @__PURE__ */ encodeUtf8('","TLS.')
const NEXT = /* @__PURE__ */ QUOTED_NEXT.subarray(1)
const NAMED_TEXT = /* @__PURE__ */ encodeUtf8('":"')
const SDKAPPID = /* @__PURE__ */ encodeUtf8('sdkappid":')
const EXPIRE = /* @__PURE__ */ encodeUtf8('expire":')
const TIME = /* @__PURE__ */ encodeUtf8('time":')
const USERBUF = /* @__PURE__ */ encodeUtf8('userbuf')
const SIG = /* @__PURE__ */ encodeUtf8('sig')
const END = /* @__PURE__ */ encodeUtf8('="}')

/** Where the first `","TLS.` and the last `":"` of the head are. */
const QUOTED_NEXT_AT = /* @__PURE__ */ DOCUMENT_HEAD.indexOf('","TLS.')
const NAMED_TEXT_AT = /* @__PURE__ */ DOCUMENT_HEAD.lastIndexOf('":"')

/** Encodes pieces. */
const pieceWriter = /* @__PURE__ */ new FixedBlockWriter(256)

/** The bytes of the packed head, up to a multiple of 3, whose text stands at the beginning of `ticketText`; 0 for none. */
let headEnd = 0

/** Begins with the head of the document, `{"TLS.ver":"2.0","TLS.identifier":"`, which is there already in every form. */
function beginDocument(): void {
  if (headEnd === 0) {
    ticketText.prepare()
    const head = encodeUtf8(DOCUMENT_HEAD)
    const again = QUOTED_NEXT_AT + 2
    block
      .begin()
      .add(head, 0, again)
      .repeat(head.subarray(again, again + 5), 1)
      .add(head, again + 5, NAMED_TEXT_AT - 2)
      .repeat(head.subarray(NAMED_TEXT_AT - 2), DOCUMENT_HEAD.indexOf('er":"'))
      .mark()
    headEnd = block.position - (block.position % 3)
    ticketText.encode(block.bytes, 0, headEnd)
  }
  block.restart()
}

type Shared = Pick<SignedFields, 'sdkAppId' | 'issuedAt' | 'expire'>

/** Encodes `","TLS.sdkappid":…,"TLS.expire":…,"TLS.time":…,"TLS.…":"` for a place in the document. */
function encodeTail({ sdkAppId, issuedAt, expire }: Shared, phase: number, length: number, last: Uint8Array): Piece {
  const writer = pieceWriter.beginPiece(phase, length).repeat(QUOTED_NEXT, QUOTED_NEXT_AT).add(SDKAPPID)
  addInteger(writer, sdkAppId)
  const expireAt = writer.length
  writer.repeat(NEXT, length + 1).add(EXPIRE)
  addInteger(writer, expire)
  const timeAt = writer.length
  writer.repeat(NEXT, expireAt).add(TIME, 0, 3)
  // `e":` stands at the end of `expire":` too.
  writer.repeat(TIME.subarray(3), expireAt + NEXT.length + EXPIRE.length - 3)
  addInteger(writer, issuedAt)
  return writer.repeat(NEXT, timeAt).add(last).repeat(NAMED_TEXT, NAMED_TEXT_AT).endPiece(phase, length)
}

const digits = /* @__PURE__ */ new Uint8Array(16)

function addInteger(writer: FixedBlockWriter, integer: number): void {
  writer.addWithRuns(digits, writeInteger(integer, digits, 0))
}

/** Adds a user buffer, and the name of the signature after it; returns how much of `value` holds its base64. */
function addUserBuf(userBuf: Uint8Array): number {
  const length = encodeBase64(userBuf, userBuf.length, STANDARD_BASE64, value, 0)
  if (userBuf.length > MAX_FIXED_USER_BUF_BYTES) block.addBase64Block(value, length)
  else block.addWithRuns(value, length)
  block.repeat(QUOTED_NEXT, QUOTED_NEXT_AT).add(SIG).repeat(NAMED_TEXT, NAMED_TEXT_AT)
  return length
}

/** Writes a UserID as it stands between the quotes of JSON; returns the position after it. */
function writeEscaped(userId: string, out: Uint8Array): number {
  const { length } = userId
  for (let i = 0; i < length; i++) {
    const unit = userId.charCodeAt(i)
    if (unit > 0x7e || unit === 0x22 || unit === 0x5c) return writeUtf8(escapeJson(userId), out, 0)
    out[i] = unit
  }
  return length
}

/** The first part of `ticketText` by its length, so that none has to be made for a ticket. */
const views: (Uint8Array | undefined)[] = []

/** The ticket that was written up to `end`. Its text is wiped but for the first `kept` characters. */
function takeTicket(end: number, kept: number): string {
  const view = views[end] ?? ticketText.bytes.subarray(0, end)
  views[end] = view
  const ticket = decodeAscii(view)
  view.fill(0, kept)
  return ticket
}
