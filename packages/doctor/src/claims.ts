import type { RoomClaims, UserSigClaims } from '@usersig/core'
import { isAccountOf, MAX_EXPIRE, type RoomRecord } from '@usersig/core/internal'
import { type Found, found } from './findings.ts'

/** What the ticket should be. */
export interface Expectations {
  readonly userId?: string | undefined
  readonly sdkAppId?: number | undefined
  readonly roomId?: number | undefined
  readonly strRoomId?: string | undefined
  readonly expect?: 'user_sig' | 'private_map_key' | undefined
}

/** When, and how exactly. */
export interface Clock {
  readonly now: number
  readonly tolerance: number
}

const YEAR = 365 * 86_400
const HOUR_IN_MILLISECONDS = 3_600_000

/** What of a ticket does not fit the user and the application. */
export function findMismatches(claims: UserSigClaims, { sdkAppId, userId }: Expectations): Found[] {
  const findings: Found[] = []
  if (sdkAppId !== undefined && claims.sdkAppId !== sdkAppId) {
    findings.push(found('app_mismatch', { found: claims.sdkAppId, expected: sdkAppId }))
  }
  if (userId !== undefined && claims.userId !== userId) {
    findings.push(found(compareLoosely(claims.userId, userId), { found: claims.userId, expected: userId }))
  }
  return findings
}

function compareLoosely(a: string, b: string) {
  if (a.toLowerCase() === b.toLowerCase()) return 'user_mismatch_case'
  return a.trim() === b.trim() ? 'user_mismatch_space' : 'user_mismatch'
}

/** What is wrong with the lifetime, now or in general. */
export function findTimeFaults({ issuedAt, expire, expiresAt }: UserSigClaims, { now, tolerance }: Clock): Found[] {
  // A lifetime of 0 is a finding of its own.
  if (expire === 0) return []
  return [findNow(), ...findOddLifetime(expire)]

  function findNow(): Found {
    if (issuedAt > 1e11) return found('milliseconds', { issuedAt })
    if (issuedAt > now + tolerance) return found('not_yet_valid', { ahead: issuedAt - now, issuedAt })
    if (now > expiresAt + tolerance) return found('expired', { ago: now - expiresAt, issuedAt, expire })
    return found('lifetime', { left: Math.max(0, expiresAt - now), issuedAt, expire })
  }
}

/** Whole hours, or round numbers of more than five years: but whole years of seconds may be meant. */
function looksLikeMilliseconds(expire: number): boolean {
  if (expire % YEAR === 0) return false
  return expire % HOUR_IN_MILLISECONDS === 0 || (expire > 5 * YEAR && expire % 1000 === 0)
}

/** trtc.io/document/34456 says 10 years are the most, cloud.tencent.com/document/product/269/1664 says 50. */
const DISPUTED = 10 * YEAR

function findOddLifetime(expire: number): Found[] {
  if (expire > 1e9 && expire < 1e10 && expire !== MAX_EXPIRE && expire % YEAR !== 0)
    return [found('expire_moment', { expire })]
  if (looksLikeMilliseconds(expire) && expire !== MAX_EXPIRE) return [found('expire_milliseconds', { expire })]
  if (expire < 60) return [found('short_lifetime', { expire })]
  if (expire > DISPUTED) return [found('very_long_lifetime', { expire })]
  return expire > YEAR ? [found('long_lifetime', { expire })] : []
}

const EXPIRE =
  /\bexpire(?:_?time|s|s_?in)?["']?\s{0,3}[:=]\s{0,3}(\d[\d_]{0,12}(?:\s?\*\s?\d[\d_]{0,9}){1,4})(?![\w.])/i

/** A lifetime in a program, multiplied out, that is one of milliseconds. */
export function findLongLifetime(text: string): Found[] {
  const product = EXPIRE.exec(text)?.[1]
  if (product === undefined) return []
  const expire = product.split('*').reduce((result, factor) => result * Number(factor.replaceAll('_', '')), 1)
  return looksLikeMilliseconds(expire) && /\*\s?1_?000\b/.test(product)
    ? [found('expire_milliseconds', { expire })]
    : []
}

/** What is wrong with the kind of the ticket, or with the room in it. */
export function findRoomFaults(
  claims: UserSigClaims,
  record: RoomRecord | undefined,
  expected: Expectations,
  { now, tolerance }: Clock,
): Found[] {
  const { roomId, strRoomId } = expected
  const wantsRoom = roomId !== undefined || strRoomId !== undefined
  const kind = expected.expect ?? (wantsRoom ? 'private_map_key' : undefined)
  if (!record || !claims.room) {
    if (kind === 'private_map_key') return [found('not_a_private_map_key')]
    return claims.userBuf && kind === 'user_sig' ? [found('unexpected_user_buf')] : []
  }
  const findings: Found[] = []
  if (kind === 'user_sig') findings.push(found('unexpected_user_buf'))
  if (record.sdkAppId !== claims.sdkAppId) {
    findings.push(found('room_app_mismatch', { found: record.sdkAppId, expected: claims.sdkAppId }))
  }
  if (!isAccountOf(record, claims.userId)) findings.push(found('room_user_mismatch'))
  if (wantsRoom && (claims.room.roomId !== roomId || claims.room.strRoomId !== strRoomId)) {
    findings.push(found('room_mismatch', describeRooms(claims.room, { roomId, strRoomId })))
  }
  const { expiresAt } = claims.room
  if (now > expiresAt + tolerance && now <= claims.expiresAt + tolerance) {
    findings.push(found('room_expired', { ago: now - expiresAt }))
  }
  return findings
}

function describeRooms(room: RoomClaims, expected: Pick<Expectations, 'roomId' | 'strRoomId'>) {
  const kindOf = (strRoomId: string | undefined) => (strRoomId === undefined ? 'number_room' : 'string_room')
  return {
    found: kindOf(room.strRoomId),
    foundRoom: room.strRoomId ?? room.roomId ?? '',
    expected: kindOf(expected.strRoomId),
    expectedRoom: expected.strRoomId ?? expected.roomId ?? '',
  }
}

/** The digits of an SDKAppID that cannot be one. */
export function findAppFault(sdkAppId: string | number): Found | undefined {
  const text = String(sdkAppId)
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= 1 && number <= 4_294_967_295) return undefined
  const digits = text.replace(/\D/g, '').length
  const verdict = digits > 10 ? 'too_many' : digits < 10 ? 'too_few' : 'too_great'
  return found('app_id_impossible', { sdkAppId: text.slice(0, 20), digits, verdict })
}
