import {
  type CodeExplanation,
  explainCode,
  listTencentCodes,
  listToolkitCodes,
  type ToolkitCode,
} from '@usersig/doctor'
import type { Command } from 'commander'
import { EXIT } from '../exit.ts'
import { err, note, out, print, printJson, redact } from '../terminal.ts'

const HELP = `
A number, a message that holds one, a word, a code of this toolkit, or nothing for the whole list:
  usersig explain 70009
  usersig explain -100018
  usersig explain 'login failed, code: 6206'
  usersig explain expired
  usersig explain bad_signature`

export function addExplain(program: Command): void {
  program
    .command('explain [code]')
    .description('explain an error code of Chat, TRTC, the REST API or this toolkit, such as 70009')
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action((query: string | undefined, options: { json?: true }) => {
      const tencent = findTencent(query)
      const own = listToolkitCodes().filter(
        ({ code, origin, meaning, action }) =>
          origin === 'ticket' && query !== undefined && matches(query, code, meaning, action),
      )
      if (options.json) printJson({ tencent, usersig: own })
      else printAll(tencent, own)
      if (tencent.length + own.length > 0) return
      process.exitCode = EXIT.invalid
      note(err.yellow(`Nothing is known of ${redact(JSON.stringify(query))}. usersig explain lists all codes.`))
    })
}

/** By number, constant or message; a word may stand anywhere. */
function findTencent(query: string | undefined): readonly CodeExplanation[] {
  if (query === undefined) return listTencentCodes()
  const found = explainCode(query)
  if (found.length > 0) return found
  return listTencentCodes().filter(({ meaning, action, names }) => matches(query, ...names, meaning, action))
}

function matches(query: string, ...texts: string[]): boolean {
  const words = query.toLowerCase().trim()
  return !/^-?\d+$/.test(words) && texts.some((text) => text.toLowerCase().includes(words))
}

function printAll(tencent: readonly CodeExplanation[], own: readonly ToolkitCode[]): void {
  for (const { code, answeredBy, meaning, action, document } of tencent) {
    print(`${out.bold(String(code))}  ${meaning} ${out.dim(`(${answeredBy})`)}`)
    print(`  ${action}`)
    print(out.dim(`  ${document}\n`))
  }
  for (const { code, action, tencentCode } of own) {
    print(`${out.bold(code)}  ${action}`)
    print(
      out.dim(
        tencentCode ? `  Tencent's servers answer ${tencentCode}.\n` : '  Tencent has no code of its own for it.\n',
      ),
    )
  }
}
