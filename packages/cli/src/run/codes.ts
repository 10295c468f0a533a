import { type CodeExplanation, listTencentCodes, listToolkitCodes, type ToolkitCode } from '@usersig/doctor'
import { EXIT } from '../exit.ts'
import { err, note, out, print, printJson, quoted, redact } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

/** Codes of Tencent's and of this toolkit. */
export interface FoundCodes {
  readonly tencent: readonly CodeExplanation[]
  readonly usersig: readonly ToolkitCode[]
}

export function listCodes(word: string | undefined, options: { json?: true }): void {
  const found = findCodes(word ?? '')
  if (options.json) printJson(found)
  else printCodes(found)
  if (found.tencent.length + found.usersig.length > 0) return
  process.exitCode = EXIT.invalid
  note(err.yellow(words.codes.none(redact(quoted(word)))))
}

/** By a word that may stand anywhere; an empty one stands everywhere. */
export function findCodes(word: string): FoundCodes {
  const wanted = word.toLowerCase().trim()
  const has = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted))
  return {
    tencent: listTencentCodes({ language }).filter(({ code, names, meaning, action }) =>
      has(String(code), ...names, meaning, action),
    ),
    usersig: listToolkitCodes({ language }).filter(({ code, meaning, action }) => has(code, meaning, action)),
  }
}

export function printCodes({ tencent, usersig }: FoundCodes): void {
  for (const { code, answeredBy, meaning, action, document } of tencent) {
    print(`${out.bold(String(code))}  ${meaning} ${out.dim(`(${answeredBy})`)}`)
    print(`  ${action}`)
    print(out.dim(`  ${document}\n`))
  }
  for (const { code, meaning, action, tencentCode, origin } of usersig) {
    print(`${out.bold(code)}  ${meaning}`)
    if (action !== '') print(`  ${action}`)
    print(out.dim(origin === 'ticket' ? `  ${words.codes.toolkit(tencentCode)}\n` : ''))
  }
}
