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

/** Bytes as pairs of hexadecimal digits. */
export function formatHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

const SECONDS = [31_536_000, 86_400, 3600, 60, 1] as const

/** A duration in its largest unit and the next smaller one: `6 d 23 h`. */
export function formatDuration(seconds: number, { units }: Texts): string {
  const whole = Math.max(0, Math.round(seconds))
  const first = SECONDS.findIndex((size) => whole >= size)
  if (first < 0) return `0 ${units[4]}`
  const size = SECONDS[first] ?? 1
  const next = SECONDS[first + 1]
  const count = next === undefined ? 0 : Math.floor((whole % size) / next)
  const smaller = count > 0 ? ` ${count} ${units[first + 1]}` : ''
  return `${Math.floor(whole / size)} ${units[first]}${smaller}`
}
