/** Signs with which spreadsheets begin a formula. Source: OWASP, CSV Injection. */
const FORMULA = /^("?)(?=[=+\-@])/gm

/** Keeps spreadsheets from running UserIDs as formulas, by a sign that they take for the beginning of a text. */
export interface CsvGuard {
  readonly count: number
  protect(lines: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
}

export function createCsvGuard(): CsvGuard {
  let count = 0
  return {
    get count() {
      return count
    },
    async *protect(lines) {
      for await (const bytes of lines) {
        const text = new TextDecoder().decode(bytes)
        const safe = text.replace(FORMULA, (_, quote: string) => {
          count++
          return `${quote}'`
        })
        yield safe === text ? bytes : new TextEncoder().encode(safe)
      }
    },
  }
}
