import type { Task } from './task.ts'
import type { IssuedTickets, Room } from './tickets.ts'

/** What is known of one room, or of no room. */
export interface Slot {
  readonly room?: Room | undefined
  held?: IssuedTickets | undefined
  /** When the tickets are to be renewed, by the server's clock. */
  due: number
  /** Questions that failed since the last tickets. */
  failures: number
  /** The question under way, which all callers share. */
  task?: Task | undefined
}

export const createSlot = (room?: Room): Slot => ({ room, due: 0, failures: 0 })
