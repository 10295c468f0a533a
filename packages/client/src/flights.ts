import { ask } from './ask.ts'
import type { Clock } from './clock.ts'
import type { UserSigSourceError } from './errors.ts'
import type { SourceOptions } from './options.ts'
import { limitRetryAfter, pauseOf } from './pause.ts'
import type { SourceSignal } from './platform.ts'
import { hold, NEVER, type Slot } from './slot.ts'
import type { Store } from './store.ts'
import { createTask, type Task } from './task.ts'
import type { IssuedTickets } from './tickets.ts'

/** Asks, and asks again while that may help. */
async function askAgain(options: SourceOptions, clock: Clock, { room }: Slot, task: Task): Promise<IssuedTickets> {
  task.sent = true
  for (let count = 0; ; count++) {
    try {
      return await ask(options, clock, room, task)
    } catch (error) {
      const { retryable, retryAfter = 0, code } = error as UserSigSourceError
      const pause = retryAfter + pauseOf(count - 1)
      const again = retryable && code !== 'invalid_answer' && count < (options.retries ?? 4) && pause < task.left()
      if (!again) throw error
      task.failure = error
      await task.sleep(pause)
    }
  }
}

/** Waits for a task, which is given up when everybody who waits has given up; without a signal nobody does. */
function join(slot: Slot, task: Task, signal?: SourceSignal): Promise<IssuedTickets> {
  task.waiting++
  return new Promise((resolve, reject) => {
    const abort = () => {
      // React Native's signals do not tell why.
      reject(signal?.reason ?? Error('aborted'))
      if (--task.waiting) return
      // Whoever asks from now on does not wait for what was given up.
      if (slot.task === task) slot.task = undefined
      task.end()
    }
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    task.promise?.then(resolve, reject).then(() => signal?.removeEventListener('abort', abort))
  })
}

/** Notes when to put a question again that failed. */
function noteFailure(slot: Slot, error: unknown, now: number): void {
  const { retryable, retryAfter = 1 } = error as UserSigSourceError
  const pause = Math.max(pauseOf(++slot.failures), limitRetryAfter(retryAfter))
  // What was refused is not asked for again by itself; what a function of the app threw may pass.
  slot.due = retryable === false ? NEVER : now + pause
  slot.error = error
}

/** The questions under way. */
export interface Flights {
  /** Puts a question, or joins the one under way; `fresh` tickets are asked for after the call. */
  get(slot: Slot, fresh?: boolean, signal?: SourceSignal): Promise<IssuedTickets>
  /**
   * Ends all with an error, which all get from then on, or goes on with tickets of another tab. The same end twice is
   * one, and nothing comes after a stop.
   */
  turn(error: UserSigSourceError | undefined, tickets?: IssuedTickets): void
}

/**
 * @param own - The slot of the source's own room: the only one that has a store, and that keeps its tickets.
 * @param onNews - Hears of every question for it that ended, and of every turn, with the error if there is one.
 */
export function createFlights(
  options: SourceOptions,
  clock: Clock,
  own: Slot,
  store: Store | undefined,
  onNews: (error?: unknown) => void,
): Flights {
  const underWay = new Set<Task>()
  let ended: UserSigSourceError | undefined

  async function fly(slot: Slot, task: Task): Promise<IssuedTickets> {
    let failure: unknown
    try {
      // Who asks at the same moment joins, also for fresh tickets; what is given up at once is not sent.
      await task.race('the start', undefined)
      const find = () => askAgain(options, clock, slot, task)
      const tickets = await (slot === own && store ? store.find(task, find) : find())
      if (slot.task === task) {
        hold(slot, tickets, clock, options.refreshAhead)
        if (own.held && own.held.userId !== tickets.userId) {
          // The user changed: whoever shows the one before gets the tickets of the next.
          own.held = undefined
          own.due = 0
          onNews()
        }
      }
      return tickets
    } catch (error) {
      failure = error
      throw error
    } finally {
      task.end()
      underWay.delete(task)
      // What was given up, or asked for before a refresh, does not count any more.
      if (slot.task === task) {
        slot.task = undefined
        if (failure) noteFailure(slot, failure, clock.now())
        if (slot === own) onNews(failure)
      }
    }
  }

  return {
    turn(error, tickets) {
      if (ended?.code === 'stopped' || (ended && ended.code === error?.code)) return
      ended = error
      if (tickets) hold(own, tickets, clock, options.refreshAhead)
      else {
        // What is under way does not count any more, even if its answer is already here.
        Object.assign(own, { held: undefined, due: NEVER, failures: 0, error, task: undefined })
        for (const task of underWay) task.end(error)
      }
      onNews(error)
    },
    async get(slot, fresh, signal) {
      if (ended) throw ended
      let { task } = slot
      if (!task || (fresh && task.sent)) {
        slot.task = task = createTask(options.timeout ?? 15)
        underWay.add(task)
        task.promise = fly(slot, task)
      }
      task.fresh ||= !!fresh
      return await join(slot, task, signal)
    },
  }
}
