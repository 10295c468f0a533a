import { availableParallelism } from 'node:os'
import { createUserSigner, type UserSigError, type UserSigner, type UserSignerOptions } from '@usersig/core'

/** A UserID, or one with a lifetime of its own. */
export type BulkUser =
  | string
  | {
      /** UserID, 1 to 32 bytes. */
      readonly userId: string
      /** How long this ticket is valid, in seconds. @defaultValue `expire` of the options */
      readonly expire?: number
    }

/** A ticket among many. */
export interface BulkTicket {
  /** UserID that logs in. */
  readonly userId: string
  /** The ticket for `login`. */
  readonly userSig: string
}

/** How far the work has come. */
export interface BulkProgress {
  /** Users that were read and dealt with. */
  readonly done: number
  /** How many of them in a second, since the beginning. */
  readonly perSecond: number
}

/** How many tickets are signed at once. Of the options of `createUserSigner`, only functions cannot be given. */
export interface BulkOptions extends Pick<UserSignerOptions, 'sdkAppId' | 'secretKey' | 'expire'> {
  /** Which UserIDs are signed. @defaultValue 'chat' */
  userIdRule?: 'chat' | 'trtc'
  /** The moment of issue, as a `Date` or Unix seconds. @defaultValue the clock of the system, for each ticket */
  now?: Date | number
  /** How many threads sign, 1 to 64. With 1 it is this one. @defaultValue what the machine has at hand, at most 8 */
  threads?: number
  /** Told how far the work has come, ten times a second at most, and at the end. */
  onProgress?: (progress: BulkProgress) => void
  /**
   * Told of a user who gets no ticket, and of the place in the list, from 0 on; the work goes on with the next.
   * @defaultValue the first of them ends the work with the error
   */
  onInvalid?: (error: UserSigError, user: BulkUser, index: number) => void
  /** Ends the work. */
  signal?: AbortSignal
}

/** What a thread needs to know. */
export type ThreadOptions = Pick<UserSignerOptions, 'sdkAppId' | 'secretKey' | 'expire' | 'userIdRule'> & {
  readonly time?: Date | number
}

const NAMES = ['sdkAppId', 'secretKey', 'expire', 'userIdRule', 'now', 'threads', 'onProgress', 'onInvalid', 'signal']
const MAX_THREADS = 64

/**
 * The parts of the options: what the threads get, and how many there are to be.
 * @throws TypeError, UserSigError as `createUserSigner`
 */
export function readOptions(options: BulkOptions): { forThreads: ThreadOptions; threads: number } {
  if (typeof options !== 'object' || options === null) throw new TypeError('genUserSigs takes an options object')
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name))
  if (unknown !== undefined)
    throw new TypeError(`genUserSigs has no option "${unknown}": there are ${NAMES.join(', ')}`)
  for (const name of ['userIdRule', 'now'] as const) {
    if (typeof options[name] !== 'function') continue
    throw new TypeError(`${name} is a function, which cannot be handed to other threads: give a value`)
  }
  for (const name of ['onProgress', 'onInvalid'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') {
      throw new TypeError(`${name} must be a function`)
    }
  }
  const { sdkAppId, secretKey, expire, userIdRule, now: time } = options
  const forThreads = {
    sdkAppId,
    secretKey,
    ...(expire !== undefined && { expire }),
    ...(userIdRule !== undefined && { userIdRule }),
    ...(time !== undefined && { time }),
  }
  // What is wrong is found here, and not in every thread.
  createThreadSigner(forThreads).genUserSig('a')
  return { forThreads, threads: readThreads(options.threads) }
}

export function createThreadSigner({ time, ...options }: ThreadOptions): UserSigner {
  return createUserSigner({ ...options, ...(time !== undefined && { now: () => time }) })
}

function readThreads(threads: number | undefined): number {
  if (threads === undefined) return Math.min(availableParallelism(), 8)
  if (Number.isInteger(threads) && threads >= 1 && threads <= MAX_THREADS) return threads
  throw new TypeError(`threads must be a whole number from 1 to ${MAX_THREADS}`)
}
