import { UserSigSourceError } from './errors.ts'
import type { SourceSignal } from './platform.ts'
import type { IssuedTickets } from './tickets.ts'

/**
 * A question under way, with its deadline.
 *
 * @internal
 */
export interface Task {
  promise?: Promise<IssuedTickets>
  /** Whether tickets that are at hand do not do. */
  fresh?: boolean
  /** Whether it was sent: from then on it does not know what changed at the app. */
  sent?: boolean
  /** Why it was put again; that is the error, too, if the time ends. */
  failure?: unknown
  /** How many wait for it. */
  waiting: number
  /** Waits for something until the task ends. @param what - Its name, for the error if it takes too long. */
  race<T>(what: string, work: T | Promise<T>): Promise<T>
  /** Waits for a time, or until the task ends. */
  sleep(seconds: number): Promise<void>
  /** How many seconds are left. */
  left(): number
  /** Ends the task with an error; nothing is left of its waiting. */
  end(error?: unknown): void
  /** Aborted at the end; `undefined` in mini programs. */
  readonly signal: SourceSignal | undefined
}

/** Creates a task that ends after some seconds. */
export function createTask(seconds: number): Task {
  let end!: Task['end']
  const ended = new Promise<never>((_, reject) => {
    end = reject
  })
  // Mini programs have none; there an answer that comes too late is not looked at.
  const controller = globalThis.AbortController && new AbortController()
  const last = Date.now() + seconds * 1000
  let pending: string
  const race: Task['race'] = (what, work) => {
    pending = what
    return Promise.race([ended, work])
  }
  const setTimer = (then: () => void, pause: number) => {
    const timer = setTimeout(then, pause * 1000)
    ended.catch(() => clearTimeout(timer))
  }
  setTimer(
    () =>
      end(
        task.failure ??
          new UserSigSourceError('timeout', `${pending} took more than ${seconds} s`, { retryable: true }),
      ),
    seconds,
  )
  ended.catch(() => controller?.abort())
  const task: Task = {
    waiting: 0,
    race,
    sleep: (pause) => race(pending, new Promise((resolve) => setTimer(resolve, pause))),
    left: () => (last - Date.now()) / 1000,
    end,
    signal: controller?.signal,
  }
  return task
}
