/** A language of the site. */
export type Language = 'en' | 'zh'

export const LANGUAGES: readonly Language[] = ['en', 'zh']

/** What stands in front of the paths of a language. */
export const prefixOf = (language: Language): string => (language === 'zh' ? '/zh' : '')
