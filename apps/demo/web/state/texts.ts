import { batch, signal } from '@preact/signals'
import { en, type Texts } from '../texts/en.ts'
import { type Language, language } from './language.ts'
import { storage } from './storage.ts'

const texts = signal<Texts>(en)

/** All texts, in the language of the page; a component that calls it is drawn anew when the language changes. */
export function useTexts(): Texts {
  return texts.value
}

/** Loads what else is said in a language, and returns how to change over to it. */
type Loader = (next: Language) => Promise<() => void>

const others: Loader[] = []

/** Has words of another place change together with the texts. */
export function alsoIn(loader: Loader): void {
  others.push(loader)
}

async function setLanguage(next: Language): Promise<void> {
  const loaded = next === 'zh' ? (await import('../texts/zh.ts')).zh : en
  const changes = await Promise.all(others.map((loader) => loader(next)))
  batch(() => {
    texts.value = loaded
    language.value = next
    for (const change of changes) change()
  })
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : 'en'
}

/** The language that was chosen before, or the first of the browser's that there is. */
export async function restoreLanguage(): Promise<void> {
  const chosen = storage.read('language') ?? navigator.languages.find((each) => /^(en|zh)\b/.test(each))
  // A page in the other language is better than none.
  if (chosen?.startsWith('zh')) await setLanguage('zh').catch(() => {})
}

export async function chooseLanguage(next: Language): Promise<void> {
  try {
    await setLanguage(next)
    storage.write('language', next)
  } catch {
    // Its texts could not be loaded: all stays as it is.
  }
}
