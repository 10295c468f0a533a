import { UserSigError } from '../errors.ts'
import { MAX_EXPIRE, MAX_UNIX_SECONDS } from '../limits.ts'
import { show } from '../show.ts'

/** A moment: a `Date`, or whole Unix seconds. */
export type Moment = Date | number

/** Half an hour in milliseconds: nobody asks for a multiple of it, 20 days and 20 hours, in seconds. */
const HALF_HOUR_IN_MILLISECONDS = 1_800_000
/** But for 25 and 50 years. */
const YEAR = 31_536_000

/**
 * The lifetime, if it can be one.
 *
 * @param expire a duration in seconds, from 1 to 1 576 800 000 (50 years), but not a multiple of half an hour in
 * milliseconds, such as 3 600 000, other than whole years
 * @throws UserSigError `invalid_expire`; the message says where it looks like milliseconds or a point in time
 * @example
 * ```ts
 * checkExpire(86_400) // 86400
 * ```
 */
export function checkExpire(expire: unknown): number {
  if (typeof expire === 'number' && Number.isInteger(expire) && expire >= 1 && expire <= MAX_EXPIRE) {
    if (expire % HALF_HOUR_IN_MILLISECONDS !== 0 || expire % YEAR === 0) return expire
    throw new UserSigError(
      'invalid_expire',
      `expire is ${expire}, which looks like milliseconds, but expire is in seconds: pass ${expire / 1000}`,
    )
  }
  throw new UserSigError('invalid_expire', `expire is ${show(expire)}, but must be an integer ${explainExpire(expire)}`)
}

function explainExpire(expire: unknown): string {
  const range = `from 1 to ${MAX_EXPIRE} (50 years)`
  if (!Number.isFinite(expire) || (expire as number) <= MAX_EXPIRE) return `number of seconds ${range}`
  if ((expire as number) < 1e10 && (expire as number) % HALF_HOUR_IN_MILLISECONDS !== 0)
    return `number of seconds ${range}: it is a duration, and this looks like a point in time`
  return `number of seconds ${range}: this looks like milliseconds, divide by 1000`
}

/**
 * Unix seconds of a moment.
 * @throws UserSigError `invalid_time`
 */
export function toUnixSeconds(moment: unknown, name: string): number {
  if (typeof moment === 'number') {
    if (Number.isInteger(moment) && moment >= 0 && moment <= MAX_UNIX_SECONDS) return moment
    const guess =
      moment > MAX_UNIX_SECONDS && moment < Number.POSITIVE_INFINITY
        ? ': this looks like milliseconds, divide by 1000'
        : ''
    throw new UserSigError(
      'invalid_time',
      `${name} is ${show(moment)}, but must be a Date or whole Unix seconds${guess}`,
    )
  }
  const time = moment instanceof Date ? moment.getTime() : Number.NaN
  if (!(time >= 0 && time <= MAX_UNIX_SECONDS * 1000)) {
    throw new UserSigError(
      'invalid_time',
      moment instanceof Date
        ? `${name} is a Date out of range: it must lie between 1970 and 2106`
        : `${name} is ${show(moment)}, but must be a Date or whole Unix seconds`,
    )
  }
  return Math.floor(time / 1000)
}

/** Whole seconds of the system's clock. */
export function systemClock(): number {
  return Math.floor(Date.now() / 1000)
}
