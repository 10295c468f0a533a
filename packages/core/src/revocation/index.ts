/**
 * Remembers who was kicked out and when, on one server or on several over Redis.
 *
 * @module
 */

import { printable } from '../endpoint/printable.ts'
import { ProblemError } from '../endpoint/problem.ts'
import { askWithin, isThenable, type MaybePromise, unavailable } from '../endpoint/time-limit.ts'
import { callback, duration, oneOf, text, wholeNumber } from '../options/option-checks.ts'
import { type OptionTable, readOptions } from '../options/read-options.ts'
import { type Moment, systemClock, toUnixSeconds } from '../rules/time.ts'
import { checkUserId } from '../rules/user-id.ts'
import { kindOf } from '../show.ts'
import { inMemory } from './memory.ts'
import { inRedis, type RedisClient } from './redis.ts'

export type { RedisClient }

/** How kicks are remembered. */
export interface RevocationsOptions {
  /** A Redis client of the app, for several servers. @defaultValue the memory of this process, for 100 000 users */
  redis?: RedisClient
  /** Prefix of the keys in Redis. @defaultValue 'usersig:kicked:' */
  prefix?: string
  /**
   * For how long a kick is remembered, in whole seconds: as long as the tickets live that you issue, as an older one
   * could be used again after that.
   * @defaultValue 604800, a week, the default lifetime of tickets
   */
  lifetime?: number
  /**
   * Behaviour while Redis is down: `refuse` answers 503; `pass` accepts tickets that may be withdrawn and calls
   * `onError`. The default is `refuse`, so that an attacker who can disturb Redis cannot reuse a withdrawn ticket.
   * @defaultValue 'refuse'
   */
  whenDown?: 'refuse' | 'pass'
  /** Time limit of Redis, in seconds. @defaultValue 1 */
  timeout?: number
  /** Told of each failure with `whenDown: 'pass'`. @defaultValue prints its name, code and message */
  onError?: (error: unknown) => void
  /** The clock, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: () => Moment
}

const OPTIONS: OptionTable<RevocationsOptions> = {
  redis: (value) => {
    const { get, setex, setEx } = Object(value) as RedisClient
    if (typeof get === 'function' && (typeof setex === 'function' || typeof setEx === 'function')) return value
    throw new TypeError(`redis is ${kindOf(value)}, but must be a client of ioredis or node-redis`)
  },
  prefix: text,
  lifetime: wholeNumber(1, 1_576_800_000, 'seconds'),
  whenDown: oneOf(['refuse', 'pass']),
  timeout: duration(),
  onError: callback,
  now: callback,
}

/** Kicked users and the times of their kicks. Its methods need no `this`. */
export interface Revocations {
  /**
   * Withdraws all tickets of a user that were issued until now, that of this very second included. Tell Tencent, too
   * (`im_open_login_svc/kick` of the REST API): what this remembers holds for your own guards and endpoints.
   *
   * @param userId the user who is kicked out
   * @throws UserSigError `invalid_user_id`
   * @throws ProblemError `unavailable` when Redis did not confirm it in time: kick the user again
   */
  kick(userId: string): Promise<void>
  /**
   * The option `notIssuedBefore` of endpoint and guard.
   *
   * @param userId the user of the ticket
   * @throws ProblemError `unavailable` when Redis could not be reached, unless `whenDown` is `pass`
   */
  notIssuedBefore(userId: string): MaybePromise<number | undefined>
}

/**
 * Remembers kicked users. With its `notIssuedBefore`, the guard refuses their older tickets, and the endpoint issues
 * new tickets that are valid at once, even in the second of the kick.
 *
 * @param given a Redis client, for several servers
 * @throws TypeError for an option that is unknown or of the wrong type
 * @example
 * ```ts
 * const { kick, notIssuedBefore } = createRevocations({ redis: new Redis() })
 * app.post('/usersig', issueUserSig({ authenticate, notIssuedBefore }))
 * app.use('/me', requireUserSig({ notIssuedBefore }))
 * await kick('alice')
 * ```
 */
export function createRevocations(given: RevocationsOptions = {}): Revocations {
  const options = readOptions<RevocationsOptions>(given, OPTIONS, 'createRevocations')
  const { redis, prefix = 'usersig:kicked:', lifetime = 604_800, whenDown = 'refuse', timeout = 1, now } = options
  const clock = now ? () => toUnixSeconds(now(), 'now()') : systemClock
  const times = redis ? inRedis(redis, prefix) : inMemory(clock)
  const report =
    options.onError ?? ((error) => console.error(`usersig: a kick could not be looked up: ${printable(error)}`))

  async function kick(userId: string): Promise<void> {
    checkUserId(userId, 'chat')
    try {
      await askWithin(() => times.write(userId, clock(), lifetime), timeout, 'Redis')
    } catch (error) {
      throw ProblemError.is(error) ? error : unavailable(error)
    }
  }

  function failed(error: unknown): undefined {
    if (whenDown === 'refuse') throw ProblemError.is(error) ? error : unavailable(error)
    report(error)
    return undefined
  }

  function notIssuedBefore(userId: string): MaybePromise<number | undefined> {
    try {
      const time = askWithin(() => times.read(userId), timeout, 'Redis')
      return isThenable(time) ? time.then(undefined, failed) : time
    } catch (error) {
      return failed(error)
    }
  }

  return Object.freeze({ kick, notIssuedBefore })
}
