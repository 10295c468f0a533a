import type { Words } from './en.ts'
import { findLanguage } from './language.ts'

/** The language of this call. */
export const language: 'en' | 'zh' = findLanguage(process.argv.slice(2), process.env)

/** The words of this call; those of the other language are not loaded. */
export const words: Words = language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en
