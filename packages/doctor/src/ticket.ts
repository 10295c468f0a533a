import { decodeUserSig, type UserSigClaims, UserSigError } from '@usersig/core'
import {
  decodeRoomRecord,
  MAX_DOCUMENT_BYTES,
  MAX_TICKET_LENGTH,
  MAX_USER_ID_BYTES,
  type RoomRecord,
  toRoomClaims,
} from '@usersig/core/internal'
import { decodeBase64, STANDARD, TENCENT } from './base64.ts'
import { type Clock, type Expectations, findMismatches, findRoomFaults, findTimeFaults } from './claims.ts'
import { beginsAsZlib } from './dissect.ts'
import { isEcdsa, isTicketDocument, type LooseDocument, parseDocument, readLoosely } from './document.ts'
import { type Found, found } from './findings.ts'
import { adler32, inflatePartly } from './inflate.ts'
import type { AppKey } from './keys.ts'
import type { TextKind } from './kinds.ts'
import { findMembers } from './members.ts'
import { isComplete, type OtherValues } from './recipe.ts'
import { judgeSignature, type SignedBy } from './signer.ts'
import { recognisePacking } from './unpack.ts'

/** What is known of one ticket. */
export interface TicketDiagnosis {
  readonly kind: TextKind
  readonly claims: UserSigClaims | undefined
  readonly signedBy: SignedBy | undefined
  readonly findings: readonly Found[]
}

/** What a ticket is compared with. */
export interface TicketContext extends Expectations {
  readonly keys: readonly AppKey[]
  readonly clock: Clock
  /** What stands beside the ticket, and may be what was signed in place of what the document holds. */
  readonly nearby?: OtherValues | undefined
}

/** Judges one ticket that is free of what came around it. */
export function judgeTicket(ticket: string, context: TicketContext): TicketDiagnosis {
  return withRoomCodes(judgeLogin(ticket, context), context)
}

function judgeLogin(ticket: string, context: TicketContext): TicketDiagnosis {
  const { document, faults, kind = 'unknown' } = readDocument(ticket)
  const json = document === undefined ? undefined : parseDocument(document)
  if (document === undefined || !isTicketDocument(json)) return broken(kind, faults)
  if (isEcdsa(Object.keys(json))) {
    const packed = faults.some(({ code }) => code === 'not_packed')
    return broken('ecdsa_user_sig', [found(packed ? 'ecdsa_inside' : 'ecdsa')])
  }
  return judgeDocument(readLoosely(document, json), faults, ticket, context)
}

function broken(kind: TextKind, findings: readonly Found[]): TicketDiagnosis {
  return { kind, findings, claims: undefined, signedBy: undefined }
}

function judgeDocument(
  document: LooseDocument,
  packing: readonly Found[],
  ticket: string,
  context: TicketContext,
): TicketDiagnosis {
  const { claims, record } = toClaims(document)
  const kind = record ? 'private_map_key' : document.userBuf === undefined ? 'user_sig' : 'user_sig_with_buffer'
  const findings = [...packing, ...document.faults]
  const isZero = findings.some(({ code }) => code === 'signature_zero')
  const signature = isComplete(document) && !isZero ? judgeSignature(document, context) : undefined
  findings.push(...(signature?.findings ?? []))
  if (claims) {
    findings.push(
      ...findMismatches(claims, context),
      ...findTimeFaults(claims, context.clock),
      ...findRoomFaults(claims, record, context, context.clock),
    )
  }
  // Whatever the strict reading refuses is refused, also where nothing above says why.
  const tolerated = findings.some(({ severity, code }) => severity === 'error' || code === 'time_text')
  if (!tolerated && strictError(ticket) !== undefined) findings.push(found('malformed'))
  const shown = claims && isPresentable(claims.userId) ? claims : undefined
  return { kind, findings, claims: shown, signedBy: signature?.signedBy }
}

/** A text that is not a UserID may hold anything, a key as well. */
function isPresentable(userId: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not occur.
  return new TextEncoder().encode(userId).length <= MAX_USER_ID_BYTES && !/[\u0000-\u001f\u007f-\u009f]/.test(userId)
}

function toClaims(document: LooseDocument): { claims?: UserSigClaims; record?: RoomRecord | undefined } {
  const { sdkAppId, userId, issuedAt, expire } = document
  if (sdkAppId === undefined || userId === undefined || issuedAt === undefined || expire === undefined) return {}
  const claims = { sdkAppId, userId, issuedAt, expire, expiresAt: issuedAt + expire }
  if (document.userBuf === undefined) return { claims }
  const userBuf = decodeBase64(document.userBuf, STANDARD)
  const record = decodeRoomRecord(userBuf)
  return { claims: record ? { ...claims, userBuf, room: toRoomClaims(record) } : { ...claims, userBuf }, record }
}

function strictError(ticket: string): UserSigError | undefined {
  try {
    decodeUserSig(ticket)
    return undefined
  } catch (error) {
    if (error instanceof UserSigError) return error
    throw error
  }
}

interface ReadDocument {
  readonly document?: string | undefined
  readonly faults: readonly Found[]
  readonly kind?: TextKind
}

/** The document inside of a ticket, and what is wrong with the way it is packed. */
function readDocument(ticket: string): ReadDocument {
  const error = strictError(ticket)
  if (error === undefined) return { document: decodeUserSig(ticket).document, faults: [] }
  const packing = recognisePacking(ticket)
  if (packing) {
    const inner = packing.ticket === undefined ? undefined : readDocument(packing.ticket)
    const faults = [found(packing.code), ...(inner?.faults ?? [])]
    return { document: packing.document ?? inner?.document, faults, kind: 'unknown' }
  }
  const packed = decodeBase64(ticket.slice(0, MAX_TICKET_LENGTH), TENCENT)
  if (!beginsAsZlib(packed)) return { faults: [error.code === 'too_large' ? found('too_large') : judgeForeign(ticket)] }
  return readRemains(ticket, packed, error)
}

function readRemains(ticket: string, packed: Uint8Array, { code }: UserSigError): ReadDocument {
  const remains = inflatePartly(packed.subarray(2), MAX_DOCUMENT_BYTES)
  const text = new TextDecoder().decode(remains.bytes, { stream: true })
  const names = findMembers(text).map(({ name }) => name)
  const kind = isEcdsa(names)
    ? 'ecdsa_user_sig'
    : names.some((name) => name.startsWith('TLS.'))
      ? 'user_sig'
      : 'unknown'
  if (code === 'too_large' || remains.fault === 'too large') return { faults: [found('too_large')], kind }
  if (remains.fault) return { faults: [found('damaged')], kind }
  if (!remains.hasChecksum) {
    const where = text.endsWith('}') ? 'checksum_missing' : names.length > 0 ? 'breaks_off' : 'nothing_readable'
    const { length } = ticket
    return { faults: [found(LIMITS.includes(length) ? 'cut_off_at_limit' : 'cut_off', { length, where })], kind }
  }
  const checksum = packed.subarray(-4).reduce((sum, byte) => sum * 256 + byte, 0)
  if (checksum !== adler32(remains.bytes)) return { faults: [found('damaged')], kind }
  return isTicketDocument(parseDocument(text))
    ? { document: text, faults: [], kind }
    : { faults: [found('malformed')], kind }
}

/** Lengths that columns and buffers cut at. */
const LIMITS = [64, 100, 128, 200, 250, 254, 255, 256, 300, 500, 511, 512, 1023, 1024]

/** A text that is not even zlib: what is left of a ticket, or nothing of the kind. */
function judgeForeign(ticket: string): Found {
  const oneCase = ticket === ticket.toLowerCase() || ticket === ticket.toUpperCase()
  if (/^e[aj]/i.test(ticket) && oneCase && ticket.length > 20) return found('case_lost')
  if (/^e[AFJN]/.test(ticket)) return found('only_beginning', { length: ticket.length })
  return found(/^[\w*+/=-]{40,}$/.test(ticket) ? 'beginning_missing' : 'not_a_ticket')
}

/** What a room answers, whatever is wrong with its key. Source: trtc.io/document/35142 */
const KEY_REFUSED = -100_006
/** Faults that only a room finds; for the others there is a code of the login to replace. */
const ROOM_FAULTS: readonly string[] = [
  'room_mismatch',
  'not_a_private_map_key',
  'room_expired',
  'room_user_mismatch',
  'room_app_mismatch',
]

/** A PrivateMapKey is checked at the door of a room, and not at a login. */
function withRoomCodes(diagnosis: TicketDiagnosis, { expect, roomId, strRoomId }: Expectations): TicketDiagnosis {
  const wantsRoom = roomId !== undefined || strRoomId !== undefined
  const isRoomKey =
    expect === undefined ? wantsRoom || diagnosis.kind === 'private_map_key' : expect === 'private_map_key'
  if (!isRoomKey) return diagnosis
  const findings = diagnosis.findings.map((each) =>
    each.tencentCode !== undefined || ROOM_FAULTS.includes(each.code) ? { ...each, tencentCode: KEY_REFUSED } : each,
  )
  return { ...diagnosis, findings }
}
