import type { Clock } from './clock.ts'
import type { Task } from './task.ts'
import type { IssuedTickets, Room } from './tickets.ts'

/**
 * What is known of one room, or of no room.
 *
 * @internal
 */
export interface Slot {
  readonly room?: Room | undefined
  held?: IssuedTickets | undefined
  /** When the tickets are to be renewed, by the server's clock. */
  due: number
  /** Questions that failed since the last tickets. */
  failures: number
  /** Why there are none, for those who come later: the last failure since the last tickets. */
  error?: unknown
  /** The question under way, which all callers share. */
  task?: Task | undefined
}

/** A moment that does not come, in Unix seconds. */
export const NEVER = 1e12

export const createSlot = (room?: Room): Slot => ({ room, due: 0, failures: 0 })

/** Keeps tickets in a slot. */
export function hold(slot: Slot, tickets: IssuedTickets, clock: Clock, refreshAhead = 300): void {
  // Half of what is left, not of `expire`: an endpoint may return the same ticket until it ends.
  const left = tickets.expiresAt - clock.now()
  const due = clock.now() + Math.max(1, left / 2, left - refreshAhead)
  Object.assign(slot, { held: tickets, due, failures: 0, error: undefined })
}
