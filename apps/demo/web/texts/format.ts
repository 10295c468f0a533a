import { language } from '../state/language.ts'
import type { Texts } from './en.ts'

/** Unix seconds as people read them, in their own time zone. */
export function formatTime(seconds: number): string {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return String(seconds)
  const locale = language.value === 'zh' ? 'zh-CN' : 'en'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(date)
}

/** The time of day, for lists of what just happened. */
export function formatClock(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('en-GB')
}

const SECONDS = [31_536_000, 86_400, 3600, 60, 1] as const

/** A duration in its two largest units: `6 d 23 h`. */
export function formatDuration(seconds: number, { units }: Texts): string {
  const parts: string[] = []
  let rest = Math.max(0, Math.round(seconds))
  for (const [i, size] of SECONDS.entries()) {
    const count = Math.floor(rest / size)
    if (count > 0) parts.push(`${count} ${units[i]}`)
    rest -= count * size
    if (parts.length === 2) break
  }
  return parts.join(' ') || `0 ${units[4]}`
}
