import type { TencentErrorExplanation } from '@usersig/core'
import { listTencentErrors, listUserSigErrors } from '@usersig/core/doctor'
import type { Command } from 'commander'
import { EXIT } from '../exit.ts'
import { err, note, out, print, printJson } from '../terminal.ts'

const SOURCES: Record<TencentErrorExplanation['source'], string> = {
  server: "Tencent's servers",
  rest: 'the REST API',
  'chat-client': 'the Chat SDK',
  'chat-web': 'the Chat SDK for the web',
  'trtc-web': 'the TRTC SDK for the web',
  'trtc-web-v4': 'the TRTC SDK for the web, version 4',
  'trtc-native': 'the native TRTC SDKs',
}

const HELP = `
A number, a word out of a message, a code of this toolkit, or nothing for the whole list:
  usersig explain 70009
  usersig explain -- -100018
  usersig explain expired
  usersig explain bad_signature`

export function addExplain(program: Command): void {
  program
    .command('explain [code]')
    .description('explain an error code of Chat, TRTC, the REST API or this toolkit, such as 70009')
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action((query: string | undefined, options: { json?: true }) => {
      const tencent = listTencentErrors().filter((entry) =>
        matches(query, String(entry.code), entry.meaning, entry.action),
      )
      const own = listUserSigErrors().filter(({ code, hint }) => query !== undefined && matches(query, code, hint))
      if (options.json) printJson({ tencent, usersig: own })
      else printAll(tencent, own)
      if (tencent.length + own.length > 0) return
      process.exitCode = EXIT.invalid
      note(err.yellow(`Nothing is known of ${JSON.stringify(query)}. usersig explain lists all codes.`))
    })
}

/** A number means one code; a word may stand anywhere. */
function matches(query: string | undefined, code: string, ...texts: string[]): boolean {
  if (query === undefined || code === query.trim()) return true
  const words = query.toLowerCase().trim()
  return !/^-?\d+$/.test(words) && [code, ...texts].some((text) => text.toLowerCase().includes(words))
}

function printAll(tencent: readonly TencentErrorExplanation[], own: ReturnType<typeof listUserSigErrors>): void {
  for (const { code, source, meaning, action, document } of tencent) {
    print(`${out.bold(String(code))}  ${meaning} ${out.dim(`(${SOURCES[source]})`)}`)
    print(`  ${action}`)
    print(out.dim(`  ${document}\n`))
  }
  for (const { code, hint, tencentCode } of own) {
    print(`${out.bold(code)}  ${hint}`)
    print(
      out.dim(
        tencentCode ? `  Tencent's servers answer ${tencentCode}.\n` : '  Tencent has no code of its own for it.\n',
      ),
    )
  }
}
