import { ProblemError } from './problem.ts'

type MaybePromise<T> = T | PromiseLike<T>

/** What a client that may come back is asked to wait, in seconds. */
const RETRY_AFTER = 5

/** The server cannot answer right now, for a reason that is the app's alone to know. */
export function unavailable(cause: unknown): ProblemError {
  return new ProblemError('unavailable', 'the server cannot answer right now: try again in a few seconds', {
    cause,
    headers: { 'retry-after': String(RETRY_AFTER) },
  })
}

/** @throws TypeError */
export function checkSeconds(seconds: unknown, name: string): number {
  if (typeof seconds === 'number' && seconds > 0 && seconds <= MAX_SECONDS) return seconds
  throw new TypeError(`${name} must be a number of seconds above 0 and up to ${MAX_SECONDS}`)
}

// A day: what somebody waits for longer is a slip of the pen, mostly milliseconds.
const MAX_SECONDS = 86_400

/**
 * What a callback of the app answers, if it does so in time. It goes on unheard otherwise.
 * @throws ProblemError `unavailable`
 */
export function withTimeLimit<T>(answer: MaybePromise<T>, seconds: number, name: string): MaybePromise<T> {
  if (!isThenable(answer)) return answer
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(unavailable(new Error(`${name} has not answered within ${seconds} s`)))
    const timer = setTimeout(giveUp, seconds * 1000)
    const settle =
      <Value>(settled: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(timer)
        settled(value)
      }
    answer.then(settle(resolve), settle(reject))
  })
}

export function isThenable<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
