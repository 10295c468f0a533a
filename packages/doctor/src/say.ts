import { looksSecret, show } from '@usersig/core/internal'
import type { Language } from './language.ts'
import { showDuration, showMoment } from './show-time.ts'
import { PHRASES, type PhraseCode } from './words/phrases.ts'

/** Numbers and texts that a message names; times and durations are seconds. */
export type FindingValues = Readonly<Record<string, string | number>>

/** Puts values into a text: `{name}`, or `{name:format}` with the formats below. */
export function say(template: string, values: FindingValues, language: Language): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, format: string | undefined) =>
    showValue(values[name] ?? '', format, language),
  )
}

function showValue(value: string | number, format: string | undefined, language: Language): string {
  if (format === 'word') return Object.hasOwn(PHRASES, value) ? PHRASES[value as PhraseCode][language] : ''
  if (format === 'quote') return quote(value, language)
  if (format === 'time') return showMoment(Number(value))
  if (format === 'duration') return showDuration(Number(value), language)
  return String(value)
}

/** A value of somebody's in quotes, without what must not be repeated. */
export function quote(value: string | number, language: Language): string {
  if (typeof value === 'number') return String(value)
  return looksSecret(value) ? PHRASES.a_secret[language] : show(value)
}
