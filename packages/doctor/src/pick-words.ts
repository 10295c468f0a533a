import { type OptionTable, readOptions } from '@usersig/core/internal'
import type { Language } from './language.ts'
import type { Words } from './words/words.ts'

/** Finds the words for the option `language`, which may be left out. */
export type PickWords = (language: unknown) => Words

/** The words of the languages at hand: the first where the option is left out. */
export function wordsAmong(first: Words, ...others: readonly Words[]): PickWords {
  const all = [first, ...others]
  return (language) => {
    const words = language === undefined ? first : all.find((each) => each.language === language)
    if (words) return words
    const known = all.map((each) => `"${each.language}"`).join(' or ')
    const hint = language === 'en' || language === 'zh' ? `; import @usersig/doctor/${language} for it` : ''
    throw new TypeError(`language must be ${known}${hint}`)
  }
}

const OPTIONS: OptionTable<{ language?: Language }> = { language: (value) => value as Language }

/** The words for a function that has no other option. */
export function readWords(options: { language?: Language }, where: string, pick: PickWords): Words {
  return pick(readOptions<{ language?: Language }>(options, OPTIONS, where).language)
}
