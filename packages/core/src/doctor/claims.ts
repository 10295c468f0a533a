import type { RoomClaims, UserSigClaims } from '../claims.ts'
import { MAX_EXPIRE } from '../limits.ts'
import { looksSecret, show } from '../show.ts'
import { isAccountOf, type RoomRecord } from '../wire/room-record.ts'
import { type Finding, type FindingValues, fault, finding } from './findings.ts'
import { showDuration, showMoment } from './show-time.ts'

/** What the ticket should be. */
export interface Expectations {
  readonly userId?: string
  readonly sdkAppId?: number
  readonly roomId?: number
  readonly strRoomId?: string
  readonly expect?: 'user_sig' | 'private_map_key'
}

/** When, and how exactly. */
export interface Clock {
  readonly now: number
  readonly tolerance: number
}

const DAY = 86_400
const YEAR = 365 * DAY
const HOUR_IN_MILLISECONDS = 3_600_000

/** What of a ticket does not fit the user and the application. */
export function findMismatches(claims: UserSigClaims, expected: Expectations): Finding[] {
  const findings: Finding[] = []
  const { sdkAppId, userId } = expected
  if (sdkAppId !== undefined && claims.sdkAppId !== sdkAppId) {
    const values = { found: claims.sdkAppId, expected: sdkAppId }
    findings.push(fault('app_mismatch', `it is for SDKAppID ${values.found}, not ${values.expected}`, { values }))
  }
  if (userId !== undefined && claims.userId !== userId) {
    const both = `it is for UserID ${show(claims.userId)}, not ${show(userId)}`
    const secret = [claims.userId, userId].some(looksSecret)
    const values: FindingValues = secret ? {} : { found: claims.userId, expected: userId }
    findings.push(fault('user_mismatch', `${both}${compareLoosely(claims.userId, userId)}`, { values }))
  }
  if (!/^[\w-]+$/.test(claims.userId)) {
    const message = `Its UserID ${show(claims.userId)} has other characters than letters, digits, "_" and "-".`
    findings.push(finding('info', 'user_id', message, 'Some products refuse it; map your identifiers with toUserId().'))
  }
  return findings
}

function compareLoosely(a: string, b: string): string {
  if (a.toLowerCase() === b.toLowerCase()) return ': they differ in the case of letters'
  return a.trim() === b.trim() ? ': they differ in white space' : ''
}

/** What is wrong with the lifetime, now or in general. */
export function findTimeFaults(claims: UserSigClaims, { now, tolerance }: Clock): Finding[] {
  const { issuedAt, expire, expiresAt } = claims
  const findings: Finding[] = []
  const issued = `issued ${showMoment(issuedAt)} for ${showDuration(expire)}`
  if (issuedAt > 1e11) {
    const message = `Its TLS.time of ${issuedAt} looks like milliseconds.`
    findings.push(finding('error', 'milliseconds', message, 'Write Unix seconds: Math.floor(Date.now() / 1000).'))
  } else if (issuedAt > now + tolerance) {
    const message = `it was issued ${showDuration(issuedAt - now)} in the future, at ${showMoment(issuedAt)}`
    findings.push(fault('not_yet_valid', message, { values: { ahead: issuedAt - now, issuedAt } }))
  } else if (now > expiresAt + tolerance) {
    const values = { ago: now - expiresAt, issuedAt, expire }
    findings.push(fault('expired', `it expired ${showDuration(values.ago)} ago: ${issued}`, { values }))
  } else {
    const values = { left: expiresAt - now, issuedAt, expire }
    const message = `It is valid for another ${showDuration(values.left)}: ${issued}.`
    findings.push(finding('info', 'lifetime', message, '', undefined, values))
  }
  findings.push(...findOddLifetime(expire))
  return findings
}

/** Whole hours, or round numbers of more than five years: but whole years of seconds may be meant. */
function looksLikeMilliseconds(expire: number): boolean {
  if (expire % YEAR === 0) return false
  return expire % HOUR_IN_MILLISECONDS === 0 || (expire > 5 * YEAR && expire % 1000 === 0)
}

function findOddLifetime(expire: number): Finding[] {
  if (expire > 1e9) {
    const message = `Its TLS.expire of ${expire} looks like a point in time, but is a duration.`
    return [finding('warning', 'lifetime', message, 'Sign with the number of seconds that it shall last.')]
  }
  if (looksLikeMilliseconds(expire)) {
    const message = `Its TLS.expire of ${expire} s (${showDuration(expire)}) looks like milliseconds.`
    return [finding('warning', 'milliseconds', message, 'Sign with seconds: 86400 for a day.')]
  }
  if (expire < 60) {
    return [finding('warning', 'lifetime', `It lasts for ${expire} s only.`, 'Check the unit: expire is in seconds.')]
  }
  if (expire > YEAR && expire <= MAX_EXPIRE) {
    const message = `It lasts for ${showDuration(expire)}, and whoever holds it is the user for so long.`
    return [finding('info', 'lifetime', message, 'Choose a day or a week, and renew it.')]
  }
  return []
}

/** What is wrong with the kind of the ticket, or with the room in it. */
export function findRoomFaults(
  claims: UserSigClaims,
  record: RoomRecord | undefined,
  expected: Expectations,
  { now, tolerance }: Clock,
): Finding[] {
  const { roomId, strRoomId } = expected
  const wantsRoom = roomId !== undefined || strRoomId !== undefined
  const kind = expected.expect ?? (wantsRoom ? 'private_map_key' : undefined)
  if (!record || !claims.room) {
    if (kind === 'private_map_key') return [fault('not_a_private_map_key', 'it is a UserSig, which opens no room')]
    if (claims.userBuf && kind === 'user_sig') {
      return [fault('unexpected_user_buf', 'it carries a user buffer, which a login has not')]
    }
    return []
  }
  const findings: Finding[] = []
  if (kind === 'user_sig') findings.push(fault('unexpected_user_buf', 'it is a PrivateMapKey, which is no login'))
  if (record.sdkAppId !== claims.sdkAppId) {
    findings.push(fault('app_mismatch', `its room record is for SDKAppID ${record.sdkAppId}, not ${claims.sdkAppId}`))
  }
  if (!isAccountOf(record, claims.userId)) {
    findings.push(fault('user_mismatch', 'its room record is for another UserID than the ticket around it'))
  }
  if (wantsRoom && (claims.room.roomId !== roomId || claims.room.strRoomId !== strRoomId)) {
    findings.push(fault('room_mismatch', `it opens ${showRoom(claims.room)}, not ${showRoom({ roomId, strRoomId })}`))
  }
  const { expiresAt } = claims.room
  if (now > expiresAt + tolerance && now <= claims.expiresAt + tolerance) {
    findings.push(fault('expired', `its rights in the room ended ${showDuration(now - expiresAt)} ago`))
  }
  return findings
}

function showRoom({
  roomId,
  strRoomId,
}: Partial<RoomClaims> | { roomId?: number | undefined; strRoomId?: string | undefined }): string {
  return strRoomId === undefined ? `room ${roomId}, a number` : `room ${show(strRoomId)}, a string`
}
