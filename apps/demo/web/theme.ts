import { texts } from './texts.ts'

/** The button that switches between light and dark; without a choice the system decides. */
export function wireTheme(button: HTMLButtonElement): void {
  const root = document.documentElement
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const current = () => (root.dataset['theme'] ?? (dark.matches ? 'dark' : 'light')) as 'dark' | 'light'

  function show(): void {
    button.textContent = texts.theme[current()]
    button.setAttribute('aria-label', `${texts.theme.label}: ${texts.theme[current()]}`)
  }
  button.addEventListener('click', () => {
    const next = current() === 'dark' ? 'light' : 'dark'
    root.dataset['theme'] = next
    localStorage.setItem('theme', next)
    show()
  })
  dark.addEventListener('change', show)
  show()
}
