import { looksSecret, show } from '@usersig/core/internal'
import { showDuration, showMoment } from './show-time.ts'
import type { PhraseCode } from './words/phrases.ts'
import type { Words } from './words/words.ts'

/** Numbers and texts that a message names; times and durations are seconds. */
export type FindingValues = Readonly<Record<string, string | number>>

/** Puts values into a text: `{name}`, or `{name:format}` with the formats below. */
export function say(template: string, values: FindingValues, words: Words): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, format: string | undefined) =>
    showValue(values[name] ?? '', format, words),
  )
}

function showValue(value: string | number, format: string | undefined, words: Words): string {
  if (format === 'word') return Object.hasOwn(words.phrases, value) ? words.phrases[value as PhraseCode] : ''
  if (format === 'quote') return quote(value, words)
  if (format === 'time') return showMoment(Number(value))
  if (format === 'duration') return showDuration(Number(value), words.language)
  return String(value)
}

/** A value of somebody's in quotes, without what must not be repeated. */
export function quote(value: string | number, words: Words): string {
  if (typeof value === 'number') return String(value)
  return looksSecret(value) ? words.phrases.a_secret : show(value)
}
