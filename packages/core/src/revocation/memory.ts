import type { KickTimes } from './kick-times.ts'

/** How many users are remembered: their names and a number each, a few megabytes. */
const MAX_USERS = 100_000

/** Keeps the times of kicks in this process. */
export function inMemory(now: () => number): KickTimes {
  const kicks = new Map<string, { readonly time: number; readonly until: number }>()

  function dropEnded(): void {
    for (const [userId, { until }] of kicks) if (until <= now()) kicks.delete(userId)
  }

  return {
    read(userId) {
      const kick = kicks.get(userId)
      return kick && kick.until > now() ? kick.time : undefined
    },
    write(userId, time, seconds) {
      if (kicks.size >= MAX_USERS && !kicks.has(userId)) dropEnded()
      if (kicks.size >= MAX_USERS && !kicks.has(userId)) {
        throw new Error(
          `${MAX_USERS} users are kicked out already, which is more than one process remembers: use Redis`,
        )
      }
      kicks.set(userId, { time, until: now() + seconds })
    },
  }
}
