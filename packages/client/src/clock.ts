import type { IssuedTickets } from './tickets.ts'

/**
 * Time of the server, in Unix seconds.
 *
 * @internal
 */
export interface Clock {
  now(): number
  /** Sets the clock to what the server says. */
  set(seconds: number): void
  /** How far the server's clock is ahead of the device's, in seconds. */
  ahead(): number
  /** The tickets, if they are still valid. */
  ifValid(tickets: IssuedTickets | undefined): IssuedTickets | undefined
}

/** Longest difference between the two clocks of a device that was awake, in milliseconds. */
const ASLEEP = 60_000

/**
 * A clock that starts with the device's time, and is late rather than early where the two disagree: tickets then count
 * as ended too soon, which costs a request, never as valid for too long.
 *
 * It runs on by whichever of the wall clock and the monotonic clock went further: the wall clock counts sleep, the
 * monotonic clock does not go back when somebody sets the time. After a sleep nobody knows whether the time was set
 * in the meantime, so the wall clock itself counts, too, until the server tells its time again.
 */
export function createClock(): Clock {
  // Mini programs have none.
  const performance = globalThis.performance as Performance | undefined
  const ticks = () => performance?.now() ?? 0
  // How far the server's time is ahead of either, in milliseconds.
  let wall: number
  let mono: number
  const set = (seconds: number) => {
    wall = seconds * 1000 - Date.now()
    mono = seconds * 1000 - ticks()
  }
  set(Date.now() / 1000)
  const now = () => {
    const byWall = wall + Date.now()
    const byMono = mono + ticks()
    return Math.max(byWall, byMono, performance && byWall - byMono > ASLEEP ? Date.now() : 0) / 1000
  }
  return {
    now,
    set,
    ahead: () => wall / 1000,
    ifValid: (tickets) => (tickets && tickets.expiresAt > now() ? tickets : undefined),
  }
}
