import type { Clock } from './clock.ts'
import type { UrlLike } from './platform.ts'
import type { Slot } from './slot.ts'
import type { Task } from './task.ts'
import type { IssuedTickets } from './tickets.ts'

/**
 * What a source tells a store about itself.
 *
 * @internal
 */
export interface StoreHost {
  readonly endpoint?: string | UrlLike | undefined
  readonly userId?: string | undefined
  readonly clock: Clock
  /** What is kept. */
  readonly slot: Slot
  /** Gives the source what another tab put into the storage; nothing if another tab signed out. */
  take(tickets?: IssuedTickets): void
}

/** Storage for the tickets of a source's own room. */
export interface Store {
  /** Finds tickets: kept ones unless they have to be fresh, or what `ask` gets, which it keeps. */
  find(task: Task, ask: () => Promise<IssuedTickets>): Promise<IssuedTickets>
  /** Hears no more of the other tabs; `forget` also removes what is kept, and tells them. */
  close(forget?: boolean): Promise<void>
}

/** What `keepIn` makes. Its form may change at any time. */
export type TicketStorage = (host: StoreHost) => Store
