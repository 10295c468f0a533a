import type { TencentErrorExplanation } from '@usersig/core'
import { listTencentErrors, listUserSigErrors } from '@usersig/core/doctor'
import type { Command } from 'commander'
import { EXIT } from '../exit.ts'
import { err, note, out, print, printJson, redact } from '../terminal.ts'

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
      const all = listTencentErrors()
      const found = all.filter((entry) => matches(query, String(entry.code), entry.meaning, entry.action))
      const own = listUserSigErrors().filter(({ code, hint }) => query !== undefined && matches(query, code, hint))
      const numbers = numbersOf(query)
      const tencent = found.length + own.length > 0 ? found : all.filter(({ code }) => numbers.includes(code))
      if (options.json) printJson({ tencent, usersig: own })
      else printAll(tencent, own)
      if (tencent.length + own.length > 0) return
      process.exitCode = EXIT.invalid
      note(err.yellow(`Nothing is known of ${redact(JSON.stringify(query))}. usersig explain lists all codes.`))
    })
}

/** A number means one code; a word may stand anywhere. */
function matches(query: string | undefined, code: string, ...texts: string[]): boolean {
  if (query === undefined || code === query.trim()) return true
  const words = query.toLowerCase().trim()
  return !/^-?\d+$/.test(words) && [code, ...texts].some((text) => text.toLowerCase().includes(words))
}

/** Numbers in a message, which are long enough not to be a time or a count, with the sign before them and without. */
function numbersOf(message = ''): number[] {
  return [...message.matchAll(/-?\d{4,}/g)].flatMap(([digits]) => [Number(digits), Math.abs(Number(digits))])
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
