const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/**
 * A duration in its largest unit, and the next smaller one where that tells something.
 *
 * @param seconds - The duration, 0 or more.
 * @example
 * ```ts
 * showDuration(90_000) // '1 day 1 hour'
 * ```
 */
export function showDuration(seconds: number): string {
  const first = UNITS.findIndex(([, length]) => seconds >= length)
  if (first < 0) return '0 seconds'
  const parts: string[] = []
  let rest = seconds
  for (const [name, length] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`)
  }
  return parts.join(' ')
}

/**
 * A moment in UTC, or the number where it is none.
 *
 * @param seconds - Unix seconds.
 * @example
 * ```ts
 * showMoment(1795435200) // '2026-11-23 12:00:00 UTC'
 * ```
 */
export function showMoment(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
