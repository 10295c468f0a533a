import type { MaybePromise } from '../endpoint/time-limit.ts'

/** Where the moments are kept at which users were kicked out, in Unix seconds. */
export interface KickTimes {
  read(userId: string): MaybePromise<number | undefined>
  write(userId: string, time: number, seconds: number): MaybePromise<void>
}
