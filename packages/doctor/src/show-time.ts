import type { Language } from './language.ts'

const UNITS: readonly (readonly [name: string, zh: string, seconds: number])[] = [
  ['year', '年', 365 * 86_400],
  ['day', '天', 86_400],
  ['hour', '小时', 3600],
  ['minute', '分钟', 60],
  ['second', '秒', 1],
]

/**
 * A duration in its largest unit, and the next smaller one where that tells something.
 *
 * @param seconds - The duration, 0 or more.
 * @param language - `en` or `zh`. @defaultValue `en`
 * @example
 * ```ts
 * showDuration(90_000) // '1 day 1 hour'
 * ```
 */
export function showDuration(seconds: number, language: Language = 'en'): string {
  const zh = language === 'zh'
  const first = UNITS.findIndex(([, , length]) => seconds >= length)
  if (first < 0) return zh ? '0 秒' : '0 seconds'
  const parts: string[] = []
  let rest = seconds
  for (const [name, chinese, length] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0) parts.push(zh ? `${count} ${chinese}` : `${count} ${name}${count === 1 ? '' : 's'}`)
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
