import { ProblemError } from './problem.ts'

/** Result of a callback: a value, or a promise of it. */
export type MaybePromise<T> = T | PromiseLike<T>

/** What a client that may come back is asked to wait, in seconds. */
const RETRY_AFTER = 5

/** How long a callback may take unless the app says otherwise, in seconds. */
export const DEFAULT_CALLBACK_TIMEOUT = 10

/** The most that a limiter may take, in seconds: a request passes without its answer. */
export const LIMITER_TIMEOUT = 1

/** The server cannot answer right now, for a reason that is the app's alone to know. */
export function unavailable(cause: unknown): ProblemError {
  return new ProblemError('unavailable', 'the server cannot answer right now: try again in a few seconds', {
    cause,
    headers: { 'retry-after': String(RETRY_AFTER) },
  })
}

/**
 * Asks a callback of the app, and waits no longer than its limit: every wait for the app goes through here. A callback
 * that is late goes on unheard.
 *
 * @throws ProblemError `unavailable` when there is no answer in time
 */
export function askWithin<T>(ask: () => MaybePromise<T>, seconds: number, name: string): MaybePromise<T> {
  const answer = ask()
  if (!isThenable(answer)) return answer
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(unavailable(new Error(`${name} has not answered within ${seconds} s`)))
    const timer = setTimeout(giveUp, seconds * 1000)
    answer.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

/** What comes after an answer: at once where the answer is there, as a promise takes about as long as a signature. */
export function andThen<T, Result>(
  answer: MaybePromise<T>,
  next: (value: T) => MaybePromise<Result>,
): MaybePromise<Result> {
  return isThenable(answer) ? answer.then(next) : next(answer)
}

export function isThenable<T>(value: MaybePromise<T>): value is PromiseLike<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
