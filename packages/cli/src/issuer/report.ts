import { escapeControls, out, print, quoted } from '../output/terminal.ts'
import { words } from '../words/index.ts'

/** One thing that is wrong with a generator. */
export interface Fault {
  readonly code: string
  readonly message: string
  readonly action: string
}

/** What came of one input. */
export interface Result {
  readonly userId: string
  readonly expire: number
  readonly faults: readonly Fault[]
}

/** A fault that every input shows is told once. */
export function drawFaults(results: readonly Result[]): void {
  const told = new Set<string>()
  for (const { userId, expire, faults } of results) {
    print(`${faults.length > 0 ? out.red('✗') : out.green('✓')} ${quoted(userId)}, ${expire}`)
    for (const { code, message, action } of faults) {
      print(`  ${escapeControls(message)}`)
      if (action !== '' && !told.has(code)) print(`  ${out.dim(escapeControls(action))}`)
      told.add(code)
    }
  }
  const wrong = results.filter(({ faults }) => faults.length > 0).length
  print(wrong === 0 ? out.green(words.check.right) : out.red(words.check.wrong(wrong, results.length)))
}
