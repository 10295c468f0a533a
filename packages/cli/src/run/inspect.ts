import { type Dissection, dissect, repairTicket } from '@usersig/doctor'
import { EXIT } from '../exit.ts'
import { readTicketInput } from '../input/ticket-input.ts'
import { claimsOf, drawAnatomy, roomRows } from '../output/anatomy.ts'
import { sayTicketFault } from '../output/fault.ts'
import { err, escapeControls, note, print, printJson, redact, table } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

export async function inspect(argument: string | undefined, options: { json?: true }): Promise<void> {
  const { ticket, repairs } = repairTicket(await readTicketInput(argument), { language })
  const dissection = dissect(ticket)
  if (dissection.error) process.exitCode = EXIT.invalid
  if (options.json) return printJson({ ...(await toJson(ticket, dissection)), repairs })
  for (const { message } of repairs) note(err.yellow(`! ${message}`))
  print(drawAnatomy(ticket, dissection))
  if (dissection.error) {
    note(
      err.red(
        `\n  ${words.inspect.notWhole(escapeControls((await sayTicketFault(ticket, dissection.error)).message))}`,
      ),
    )
    note(err.dim(`  ${words.inspect.doctor}`))
    return
  }
  const rows = roomRows(claimsOf(ticket))
  if (rows.length > 0) print(`\n${table(rows)}`)
}

async function toJson(ticket: string, { error, packed, ...layers }: Dissection): Promise<object> {
  return {
    // What holds no document may be anything, a key as well.
    ticket: error && layers.document === '' ? redact(ticket) : ticket,
    sizes: { ticket: ticket.length, packed: packed.length, document: layers.document.length },
    ...layers,
    ...(error
      ? { error: { code: error.code, message: (await sayTicketFault(ticket, error)).message } }
      : { claims: claimsOf(ticket) }),
  }
}
