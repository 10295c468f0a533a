import { type Dissection, dissect, listToolkitCodes, repairTicket } from '@usersig/doctor'
import { EXIT } from '../exit.ts'
import { readTicketInput } from '../input/ticket-input.ts'
import { claimsOf, drawAnatomy, roomRows } from '../output/anatomy.ts'
import { err, escapeControls, note, print, printJson, redact, table } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

export async function inspect(argument: string | undefined, options: { json?: true }): Promise<void> {
  const { ticket, repairs } = repairTicket(await readTicketInput(argument), { language })
  const dissection = dissect(ticket)
  if (dissection.error) process.exitCode = EXIT.invalid
  if (options.json) return printJson({ ...toJson(ticket, dissection), repairs })
  for (const { message } of repairs) note(err.yellow(`! ${message}`))
  print(drawAnatomy(ticket, dissection))
  if (dissection.error) {
    note(err.red(`\n  ${words.inspect.notWhole(faultOf(dissection.error))}`))
    note(err.dim(`  ${words.inspect.doctor}`))
    return
  }
  const rows = roomRows(claimsOf(ticket))
  if (rows.length > 0) print(`\n${table(rows)}`)
}

/** English has the very place in its message. */
function faultOf({ code, message }: { readonly code: string; readonly message: string }): string {
  const known = language === 'en' ? undefined : listToolkitCodes({ language }).find((each) => each.code === code)
  return known?.meaning ?? escapeControls(message)
}

function toJson(ticket: string, { error, packed, ...layers }: Dissection): object {
  return {
    // What holds no document may be anything, a key as well.
    ticket: error && layers.document === '' ? redact(ticket) : ticket,
    sizes: { ticket: ticket.length, packed: packed.length, document: layers.document.length },
    ...layers,
    ...(error ? { error: { code: error.code, message: error.message } } : { claims: claimsOf(ticket) }),
  }
}
