import { type Dissection, dissect, repairTicket } from '@usersig/doctor'
import type { Command } from 'commander'
import { claimsOf, drawAnatomy, roomRows } from '../anatomy.ts'
import { EXIT } from '../exit.ts'
import { err, escapeControls, note, print, printJson, redact, table } from '../terminal.ts'
import { readTicketInput } from '../ticket-input.ts'

const HELP = `
It needs no key, no network, and verifies nothing. Each field has a letter and a colour, the same in every layer:
  usersig sign alice | usersig inspect

Exit code 0 for a ticket that can be read, 1 for one that cannot.`

export function addInspect(program: Command): void {
  program
    .command('inspect [ticket]')
    .description('show what is in a ticket, layer by layer, without a key')
    .option('--json', 'layers, sizes and places of all fields as JSON; it holds the ticket and its signature')
    .addHelpText('after', HELP)
    .action(async (argument: string | undefined, options: { json?: true }) => {
      const { ticket, repairs } = repairTicket(await readTicketInput(argument))
      const dissection = dissect(ticket)
      if (dissection.error) process.exitCode = EXIT.invalid
      if (options.json) return printJson({ ...toJson(ticket, dissection), repairs })
      for (const { message } of repairs) note(err.yellow(`! ${message}`))
      print(drawAnatomy(ticket, dissection))
      if (dissection.error) {
        note(err.red(`\n  It cannot be read to its end: ${escapeControls(dissection.error.message)}.`))
        note(err.dim(`  ${dissection.error.hint} usersig doctor knows more.`))
        return
      }
      const rows = roomRows(claimsOf(ticket))
      if (rows.length > 0) print(`\n${table(rows)}`)
    })
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
