import { signal } from '@preact/signals'

export type Language = 'en' | 'zh'

/** The language of the page. */
export const language = signal<Language>('en')
