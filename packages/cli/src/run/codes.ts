import { type CodeExplanation, listTencentCodes, listToolkitCodes, type ToolkitCode } from '@usersig/doctor'
import { EXIT } from '../exit.ts'
import { drawCode } from '../output/report.ts'
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
  const blocks = [...tencent.map(drawTencentCode), ...usersig.map(drawToolkitCode)]
  if (blocks.length > 0) print(blocks.map((lines) => lines.join('\n')).join('\n\n'))
}

const drawTencentCode = (explanation: CodeExplanation): string[] => drawCode({ ...explanation, names: [] })

function drawToolkitCode({ code, meaning, action, tencentCode, origin }: ToolkitCode): string[] {
  const lines = [`${out.bold(code)}  ${meaning}`]
  if (action !== '') lines.push(`  ${action}`)
  if (origin === 'ticket') lines.push(out.dim(`  ${words.codes.toolkit(tencentCode)}`))
  return lines
}
