/** Longest pause between two attempts, in seconds. */
const LONGEST_PAUSE = 30

/** Longest `Retry-After` that counts, in seconds: short enough for one more attempt before the tickets end. */
const LONGEST_RETRY_AFTER = 240

/** Between half and all of a pause that doubles: clients that failed together do not come back together. */
export const pauseOf = (failures: number): number => Math.min(LONGEST_PAUSE, 2 ** failures) * (1 - Math.random() / 2)

export const limitRetryAfter = (seconds: number): number => Math.min(LONGEST_RETRY_AFTER, seconds)
