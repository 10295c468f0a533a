/** Time of the server, in Unix seconds. */
export interface Clock {
  now(): number
  /** Sets the clock to what the server says. */
  set(seconds: number): void
}

// Mini programs have none.
const ticks = () => globalThis.performance?.now() ?? 0

/**
 * A clock that starts with the device's time. It runs on by whichever of the wall clock and the monotonic clock went
 * further: the wall clock counts sleep, the monotonic clock does not go back when somebody sets the time.
 */
export function createClock(): Clock {
  // How far the server's time is ahead of either, in milliseconds.
  let wall: number
  let mono: number
  const set = (seconds: number) => {
    wall = seconds * 1000 - Date.now()
    mono = seconds * 1000 - ticks()
  }
  set(Date.now() / 1000)
  return { set, now: () => Math.max(wall + Date.now(), mono + ticks()) / 1000 }
}
