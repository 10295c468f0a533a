import { optionReader } from '../options/option-reader.ts'
import type { OptionCheck } from '../options/read-options.ts'
import { standsForNone } from '../rules/room.ts'
import { type Moment, toUnixSeconds } from '../rules/time.ts'
import { show } from '../show.ts'

/** How to verify a ticket. */
export interface VerifyOptions {
  /** The one UserID to accept, case-sensitive. Without it, every UserID passes, and the claims say whose ticket it is. */
  userId?: string
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the signer's clock */
  now?: Moment
  /** By how many seconds clocks may differ, 0 to 86400, at both ends of the lifetime. @defaultValue 5 */
  clockTolerance?: number
}

/** How to verify a UserSig. */
export interface VerifyUserSigOptions extends VerifyOptions {
  /**
   * Accept a ticket with a user buffer: `'any'`, or the bytes that it has to hold. Without this option such a ticket is
   * refused, since a PrivateMapKey is not a login. Zero bytes also accept a ticket without a buffer.
   */
  userBuf?: 'any' | Uint8Array
}

/**
 * How to verify a PrivateMapKey; without a room, a key for any room passes, and the claims contain it. If both are set,
 * a `roomId` of 0 and an empty `strRoomId` mean none.
 */
export interface VerifyPrivateMapKeyOptions extends VerifyOptions {
  /** The one numeric room to accept. */
  roomId?: number
  /** The one string room to accept. */
  strRoomId?: string
}

/** What a verified ticket is compared with; `undefined` accepts any. */
export interface Expectations {
  readonly userId: string | undefined
  /** Unix seconds; `undefined` is the clock of the signer. */
  readonly now: number | undefined
  readonly clockTolerance: number | undefined
}

export interface UserSigExpectations extends Expectations {
  readonly userBuf: 'any' | Uint8Array | undefined
}

export interface PrivateMapKeyExpectations extends Expectations {
  readonly roomId: number | undefined
  readonly strRoomId: string | undefined
}

const MAX_CLOCK_TOLERANCE = 86_400

/** @throws TypeError */
export function checkClockTolerance(clockTolerance: unknown): number {
  const seconds = clockTolerance as number
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_CLOCK_TOLERANCE) return seconds
  throw new TypeError(
    `clockTolerance is ${show(clockTolerance)}, but must be whole seconds from 0 to ${MAX_CLOCK_TOLERANCE}`,
  )
}

const checkUserBuf: OptionCheck = (userBuf) => {
  if (userBuf === 'any') return userBuf
  if (userBuf instanceof Uint8Array) return new Uint8Array(userBuf)
  throw new TypeError(`userBuf is ${show(userBuf)}, but must be "any" or a Uint8Array`)
}

/** An expectation that is there but undefined was meant to be one: to skip the check would let everybody in. */
function ofType(type: 'string' | 'number'): OptionCheck {
  return (value, name) => {
    if (typeof value === type) return value
    throw new TypeError(`${name} is ${show(value)}, but must be a ${type}: leave the option out to accept any`)
  }
}

const COMMON = { userId: ofType('string'), now: toUnixSeconds, clockTolerance: checkClockTolerance }

export const readUserSigExpectations: (given: unknown) => UserSigExpectations = /* @__PURE__ */ optionReader<
  VerifyUserSigOptions,
  UserSigExpectations
>({ ...COMMON, userBuf: checkUserBuf }, 'verifyUserSig', ['userId'])

const readRoomExpectations = /* @__PURE__ */ optionReader<VerifyPrivateMapKeyOptions, PrivateMapKeyExpectations>(
  { ...COMMON, roomId: ofType('number'), strRoomId: ofType('string') },
  'verifyPrivateMapKey',
  ['userId', 'roomId', 'strRoomId'],
)

/** @throws TypeError also where two rooms are named */
export function readPrivateMapKeyExpectations(given: unknown): PrivateMapKeyExpectations {
  const read = readRoomExpectations(given)
  const { roomId, strRoomId } = read
  if (roomId === undefined || strRoomId === undefined) return read
  if (standsForNone(strRoomId, roomId)) return { ...read, strRoomId: undefined }
  if (standsForNone(roomId, strRoomId)) return { ...read, roomId: undefined }
  throw new TypeError('roomId and strRoomId are both set: a key is for one room')
}
