import { UserSigError } from './errors.ts'
import { type IssuedCredentials, toIssued } from './issued.ts'
import { MAX_UNIX_SECONDS, MAX_USER_BUF_BYTES } from './limits.ts'
import { checkExpire, checkOptionNames, checkSdkAppId, type Moment, systemClock, toUnixSeconds } from './options.ts'
import { type Privileges, toPrivilegeMap } from './privileges.ts'
import { checkRoom } from './room.ts'
import { kindOf, show } from './show.ts'
import { createFrame, encodeUserBuf, type TicketFields } from './sign.ts'
import type {
  IssueOptions,
  PrivateMapKeyOptions,
  RoomOptions,
  SignerSettings,
  SignOptions,
  UserSigOptions,
} from './signer-options.ts'
import { encodeRoomRecord } from './steps/room-record.ts'
import type { Compression } from './steps/zlib.ts'
import { checkUserId } from './user-id.ts'

/**
 * Checks what a caller asks for and turns it into the fields of tickets. A room record in them holds until the next one
 * is prepared.
 */
export interface Preparation {
  readonly sdkAppId: number
  readonly compression: Compression
  userSig(userId: string, options: UserSigOptions | undefined): TicketFields
  privateMapKey(userId: string, options: PrivateMapKeyOptions): TicketFields
  issue(userId: string, options: IssueOptions | undefined): PreparedIssue
  /** What a verified ticket is compared with. */
  expected(options: { now?: Moment }): { sdkAppId: number; now: number }
}

export interface PreparedIssue {
  readonly userSig: TicketFields
  readonly privateMapKey: TicketFields | undefined
  /** Puts the signed tickets into the answer. */
  complete(userSig: string, privateMapKey: string | undefined): IssuedCredentials
}

const SIGN_NAMES = ['expire', 'now']
const USER_SIG_NAMES: ReadonlySet<string> = new Set([...SIGN_NAMES, 'userBuf'])
const ROOM_NAMES: ReadonlySet<string> = new Set([...SIGN_NAMES, 'roomId', 'strRoomId', 'privileges'])

const DEFAULT_EXPIRE = 604_800

/** @throws UserSigError, TypeError for what is wrong with the settings */
export function createPreparation(settings: SignerSettings): Preparation {
  // Defaults stand in for what is left out, not for null: a rule that is null was meant to be one.
  const { expire = DEFAULT_EXPIRE, compression = 'none', strRoomIdRule = 'documented', userIdRule = 'chat' } = settings
  const sdkAppId = checkSdkAppId(settings.sdkAppId)
  const defaultExpire = checkExpire(expire)
  oneOf(compression, ['none', 'deflate'], 'compression')
  oneOf(strRoomIdRule, ['documented', 'any'], 'strRoomIdRule')
  if (typeof userIdRule !== 'function') oneOf(userIdRule, ['chat', 'trtc'], 'userIdRule')
  const clock = readClock(settings.now)
  let lastFrame = createFrame({ sdkAppId, issuedAt: 0, expire: defaultExpire })

  /** Tickets of one second and lifetime share their frame. */
  function frameOf(options: SignOptions) {
    const issuedAt = options.now === undefined ? clock() : toUnixSeconds(options.now, 'now')
    const expire = options.expire === undefined ? defaultExpire : checkExpire(options.expire)
    if (lastFrame.issuedAt !== issuedAt || lastFrame.expire !== expire) {
      lastFrame = createFrame({ sdkAppId, issuedAt, expire })
    }
    return lastFrame
  }

  function roomRecord(userId: string, options: RoomOptions, expiresAt: number): Uint8Array {
    const room = checkRoom(options, strRoomIdRule)
    // Privileges that are there but undefined or null were meant to be some: to give all would be the worst guess.
    const privilegeMap = toPrivilegeMap('privileges' in options ? (options.privileges as Privileges) : 'all')
    if (expiresAt > MAX_UNIX_SECONDS) {
      throw new UserSigError(
        'invalid_expire',
        'expire reaches beyond the year 2106, the last that a room record can hold',
      )
    }
    const { roomId = 0, strRoomId } = room
    return encodeUserBuf(
      encodeRoomRecord({ userId, sdkAppId, roomId, strRoomId, expiresAt, privilegeMap, accountType: 0 }),
    )
  }

  return {
    sdkAppId,
    compression,
    userSig(userId, options = {}) {
      checkUserId(userId, userIdRule)
      checkOptionNames(options, USER_SIG_NAMES, 'genUserSig')
      const frame = frameOf(options)
      const userBuf = options.userBuf === undefined ? undefined : encodeUserBuf(checkUserBuf(options.userBuf))
      return { userId, frame, userBuf }
    },
    privateMapKey(userId, options) {
      checkUserId(userId, userIdRule)
      checkOptionNames(options, ROOM_NAMES, 'genPrivateMapKey')
      const frame = frameOf(options)
      return { userId, frame, userBuf: roomRecord(userId, options, frame.issuedAt + frame.expire) }
    },
    issue(userId, options = {}) {
      checkUserId(userId, userIdRule)
      checkOptionNames(options, ROOM_NAMES, 'issue')
      const frame = frameOf(options)
      const userBuf = asksForRoom(options) ? roomRecord(userId, options, frame.issuedAt + frame.expire) : undefined
      const { issuedAt, expire } = frame
      // A remote signer answers later: the caller's object may say something else by then.
      const { roomId, strRoomId, privileges } = options
      const asked = { roomId, strRoomId, privileges } as IssueOptions
      return {
        userSig: { userId, frame, userBuf: undefined },
        privateMapKey: userBuf && { userId, frame, userBuf },
        complete: (userSig, privateMapKey) =>
          toIssued({ sdkAppId, userId, userSig, issuedAt, expire }, privateMapKey, asked),
      }
    },
    expected: (options) => ({
      sdkAppId,
      now: options.now === undefined ? clock() : toUnixSeconds(options.now, 'now'),
    }),
  }
}

function oneOf<T extends string>(value: T, allowed: readonly T[], name: string): void {
  if (allowed.includes(value)) return
  throw new TypeError(`${name} is ${show(value)}, but must be one of ${allowed.map((each) => show(each)).join(', ')}`)
}

function readClock(now: (() => Moment) | undefined): () => number {
  if (now === undefined) return systemClock
  if (typeof now !== 'function') {
    throw new TypeError(`now is ${show(now)}, but must be a function here: a signer lives longer than a moment`)
  }
  return () => toUnixSeconds(now(), 'now()')
}

/**
 * The user buffer, if it can be one.
 *
 * @param userBuf 1 to 1024 bytes
 * @throws UserSigError `invalid_user_buf`
 * @example
 * ```ts
 * checkUserBuf(new TextEncoder().encode('robot')).length // 5
 * ```
 */
export function checkUserBuf(userBuf: Uint8Array): Uint8Array {
  if (!(userBuf instanceof Uint8Array)) {
    throw new UserSigError('invalid_user_buf', `userBuf is ${kindOf(userBuf)}, but must be a Uint8Array`)
  }
  if (userBuf.length < 1 || userBuf.length > MAX_USER_BUF_BYTES) {
    throw new UserSigError(
      'invalid_user_buf',
      `userBuf has ${userBuf.length} bytes, but must have 1 to ${MAX_USER_BUF_BYTES}`,
    )
  }
  return userBuf
}

/** Privileges without a room ask for one too, so that the missing room is an error. */
function asksForRoom(options: IssueOptions): options is SignOptions & RoomOptions {
  return options.roomId !== undefined || options.strRoomId !== undefined || options.privileges !== undefined
}
