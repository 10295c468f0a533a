import { signal } from '@preact/signals'
import { storage } from './storage.ts'

export type Theme = 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')
const read = () => (document.documentElement.dataset['theme'] ?? (dark.matches ? 'dark' : 'light')) as Theme

/** What the page looks like; without a choice the system decides. */
export const theme = signal<Theme>(read())

dark.addEventListener('change', () => {
  theme.value = read()
})

export function chooseTheme(next: Theme): void {
  document.documentElement.dataset['theme'] = next
  storage.write('theme', next)
  theme.value = next
}
