import { type OptionTable, readOptions } from '@usersig/core/internal'

/** Language of the doctor's texts. */
export type Language = 'en' | 'zh'

/** A text in every language. */
export type Text = Readonly<Record<Language, string>>

/** The language of an option, English where it is left out. */
export function readLanguage(language: unknown): Language {
  if (language === undefined || language === 'en' || language === 'zh') return language ?? 'en'
  throw new TypeError('language must be "en" or "zh"')
}

const OPTIONS: OptionTable<{ language?: Language }> = { language: readLanguage }

/** The language of a function that has no other option. */
export function readLanguageOption(options: { language?: Language }, where: string): Language {
  return readLanguage(readOptions<{ language?: Language }>(options, OPTIONS, where).language)
}
