/** What the browser keeps of this page: the language and the colours, nothing else. */
export const storage = {
  read(name: 'language' | 'theme'): string | null {
    try {
      return localStorage.getItem(name)
    } catch {
      // Browsers that block storage let a page work all the same.
      return null
    }
  },
  write(name: 'language' | 'theme', value: string): void {
    try {
      localStorage.setItem(name, value)
    } catch {
      // As above: the choice lasts as long as the page.
    }
  },
}
