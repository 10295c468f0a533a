import type { Clock } from './clock.ts'
import type { UserSigSourceError } from './errors.ts'
import type { UserSigSource } from './options.ts'
import { NEVER, type Slot } from './slot.ts'
import { hearBrowser } from './wake.ts'

/** Longest sleep of the timer, in seconds: timers stand still while the device sleeps, and overflow at 2^31 ms. */
const LONGEST_SLEEP = 60

type Entry = Parameters<UserSigSource['subscribe']>

/** Renews the tickets of a slot when it is time, for those who listen. */
export interface Renewal extends Pick<UserSigSource, 'subscribe' | 'wake'> {
  /** Tells all who listen the tickets at hand, or an error, and looks at the time anew. */
  tell(error?: unknown): void
}

export function createRenewal(slot: Slot, clock: Clock, renew: () => Promise<unknown>): Renewal {
  const listeners = new Set<Entry>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function watch(): void {
    clearTimeout(timer)
    hearBrowser(wake, !!listeners.size)
    const wait = slot.due - clock.now()
    if (!listeners.size || slot.due === NEVER) return
    if (wait > 0) timer = setTimeout(watch, Math.min(wait, LONGEST_SLEEP) * 1000)
    else renew().catch(() => {})
  }

  function wake(): void {
    if (slot.failures) slot.due = 0
    watch()
  }

  /** A listener that throws is a fault of the app, which hears of it as of any rejection, and not of the others. */
  async function tellOne(entry: Entry, error?: unknown): Promise<void> {
    await undefined
    if (!listeners.has(entry)) return
    const tickets = clock.ifValid(slot.held)
    const told = (error ?? (tickets ? undefined : slot.error)) as UserSigSourceError | undefined
    if (told?.code === 'stopped') listeners.delete(entry)
    watch()
    if (told) entry[1]?.(told)
    else if (tickets) entry[0](tickets)
  }

  return {
    wake,
    subscribe(...entry) {
      listeners.add(entry)
      void tellOne(entry)
      return () => {
        listeners.delete(entry)
        watch()
      }
    },
    tell(error) {
      for (const entry of listeners) void tellOne(entry, error)
    },
  }
}
