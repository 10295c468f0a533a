import type { Moment } from '@usersig/core'
import { checkSdkAppId, type OptionTable, readOptions, systemClock, toUnixSeconds } from '@usersig/core/internal'
import { findAppFault } from './claims.ts'
import type { Found } from './findings.ts'
import type { AppKey } from './keys.ts'
import type { Language } from './language.ts'
import type { Parts } from './parts.ts'
import type { TicketContext } from './ticket.ts'

/** Details of the failed login. Each makes the diagnosis more exact. */
export interface DiagnoseContext {
  /** Keys that may have signed, of one application or of many. @defaultValue none: the signature is not checked */
  readonly keys?: readonly AppKey[]
  /** UserID that logs in. */
  readonly userId?: string
  /** SDKAppID that the client is started with, as a number or its digits. */
  readonly sdkAppId?: number | string
  /** Numeric room that is entered; 0 means none, as SDKs write it. */
  readonly roomId?: number
  /** String room that is entered; an empty text means none. */
  readonly strRoomId?: string
  /** Expected kind of the ticket. @defaultValue a PrivateMapKey if a room is set, otherwise either */
  readonly expect?: 'user_sig' | 'private_map_key'
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  readonly now?: Moment
  /** By how many seconds clocks may differ, 0 or more. @defaultValue 5 */
  readonly clockTolerance?: number
  /** Language of messages. @defaultValue `en` */
  readonly language?: Language
}

const asItIs = (value: unknown) => value

const OPTIONS: OptionTable<DiagnoseContext> = {
  keys: asItIs,
  userId: asItIs,
  sdkAppId: asItIs,
  roomId: asItIs,
  strRoomId: asItIs,
  expect: asItIs,
  now: asItIs,
  clockTolerance: asItIs,
  language: asItIs,
}

/** The options under their known names, copied once. */
export function readDiagnoseOptions(options: DiagnoseContext): DiagnoseContext {
  return readOptions<DiagnoseContext>(options, OPTIONS, 'diagnose')
}

/** What the caller knows, checked; and what of it cannot be. */
export function readContext(context: DiagnoseContext): { ticket: TicketContext; findings: readonly Found[] } {
  const { keys = [], userId, sdkAppId, roomId, strRoomId, expect, now, clockTolerance = 5 } = context
  if (!Array.isArray(keys)) throw new TypeError('keys must be an array')
  for (const key of keys as readonly AppKey[]) checkKey(key)
  if (userId !== undefined && typeof userId !== 'string') throw new TypeError('userId must be a string')
  if (!Number.isFinite(clockTolerance) || clockTolerance < 0)
    throw new TypeError('clockTolerance must be 0 or more seconds')
  if (expect !== undefined && expect !== 'user_sig' && expect !== 'private_map_key') {
    throw new TypeError('expect must be "user_sig" or "private_map_key"')
  }
  const fault = sdkAppId === undefined ? undefined : findAppFault(sdkAppId)
  const ticket = {
    keys,
    userId,
    sdkAppId: sdkAppId === undefined || fault ? undefined : Number(sdkAppId),
    roomId: roomId === 0 ? undefined : roomId,
    strRoomId: strRoomId === '' ? undefined : strRoomId,
    expect,
    clock: { now: now === undefined ? systemClock() : toUnixSeconds(now, 'now'), tolerance: clockTolerance },
  }
  return { ticket, findings: fault ? [fault] : [] }
}

function checkKey({ sdkAppId, secretKey }: AppKey): void {
  checkSdkAppId(sdkAppId)
  const keys: readonly unknown[] = Array.isArray(secretKey) ? secretKey : [secretKey]
  if (keys.some((key) => typeof key !== 'string'))
    throw new TypeError('secretKey must be a string, or an array of strings')
}

/** A call of the REST API, an answer of an endpoint and a call of a login say themselves for whom the ticket must be. */
export function withExpectations(context: TicketContext, { isRest, sdkAppIds, userIds, login }: Parts): TicketContext {
  if (!isRest) {
    return { ...context, sdkAppId: context.sdkAppId ?? login?.sdkAppId, userId: context.userId ?? login?.userId }
  }
  const sdkAppId = context.sdkAppId ?? (sdkAppIds.length === 1 ? Number(sdkAppIds[0]) : undefined)
  return { ...context, sdkAppId, userId: context.userId ?? userIds[0] }
}
