import { availableParallelism } from 'node:os'
import { createUserSigner, type UserSigError, type UserSigner, type UserSignerOptions } from '@usersig/core'
import { callback, type OptionTable, ownOptions, readOptions, wholeNumber } from '@usersig/core/internal'

/** A UserID, or one with its own lifetime. */
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

/** Options for signing many tickets: those of `createUserSigner`, except functions. */
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
   * Called for each invalid user, with the index in the list, from 0; the work continues with the next.
   * @defaultValue the first invalid user ends the work with an error
   */
  onInvalid?: (error: UserSigError, user: BulkUser, index: number) => void
  /** Ends the work. */
  signal?: AbortSignal
}

/** What a thread needs to know. */
export type ThreadOptions = Pick<UserSignerOptions, 'sdkAppId' | 'secretKey' | 'expire' | 'userIdRule'> & {
  readonly time?: Date | number
}

const MAX_THREADS = 64

/** What a signer checks, but that a function cannot be handed to other threads. */
function value(given: unknown, name: string): unknown {
  if (typeof given !== 'function') return given
  throw new TypeError(`${name} is a function, which cannot be passed to other threads: pass a value`)
}

const OPTIONS: OptionTable<BulkOptions> = {
  sdkAppId: value,
  secretKey: value,
  expire: value,
  userIdRule: value,
  now: value,
  threads: wholeNumber(1, MAX_THREADS, 'threads'),
  onProgress: callback,
  onInvalid: callback,
  signal: (given, name) => {
    if (given instanceof AbortSignal) return given
    throw new TypeError(`${name} must be the signal of an AbortController`)
  },
}

/** What is to be done, and by whom. */
export interface BulkWork extends Pick<BulkOptions, 'onProgress' | 'onInvalid' | 'signal'> {
  readonly forThreads: ThreadOptions
  readonly threads: number
}

/**
 * The parts of the options: what the threads get, how many there are to be, and what this one needs.
 * @throws TypeError, UserSigError as `createUserSigner`
 */
export function readBulkOptions(options: BulkOptions): BulkWork {
  const {
    now: time,
    threads = defaultThreads(),
    onProgress,
    onInvalid,
    signal,
    ...forSigner
  } = readOptions<BulkOptions>(options, OPTIONS, 'genUserSigs')
  const forThreads = { ...forSigner, ...(time !== undefined && { time }) }
  // What is wrong is found here, and not in every thread.
  createThreadSigner(forThreads).genUserSig('a')
  return {
    forThreads,
    threads,
    ...(onProgress && { onProgress }),
    ...(onInvalid && { onInvalid }),
    ...(signal && { signal }),
  }
}

export function createThreadSigner(given: ThreadOptions): UserSigner {
  const { time, ...options } = ownOptions(given)
  return createUserSigner({ ...options, ...(time !== undefined && { now: () => time }) })
}

function defaultThreads(): number {
  return Math.min(availableParallelism(), 8)
}
