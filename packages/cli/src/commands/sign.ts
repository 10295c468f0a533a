import { createUserSigner } from '@usersig/core'
import { showDuration, showMoment } from '@usersig/doctor'
import type { Command } from 'commander'
import { durationOption } from '../duration.ts'
import { type KeyOptions, needKey, withKeyOptions } from '../keys.ts'
import { err, note, print, printJson } from '../terminal.ts'

interface SignOptions extends KeyOptions {
  readonly expire: number
  readonly json?: true
}

const HELP = `
The ticket goes to standard output, all else to standard error:
  usersig sign alice | pbcopy
  usersig sign alice --expire 1h --json

A real app gets its tickets from a server, for the user who is logged in there.`

export function addSign(program: Command): void {
  withKeyOptions(program.command('sign <userId>'))
    .description('sign a UserSig, the ticket with which a user logs in')
    .addOption(durationOption('how long it is valid', 604_800))
    .option('--json', 'all credentials as JSON')
    .addHelpText('after', HELP)
    .action(async (userId: string, options: SignOptions) => {
      const issued = createUserSigner(await needKey(options)).issue(userId, { expire: options.expire })
      if (options.json) return printJson(issued)
      print(issued.userSig)
      note(err.dim(`valid for ${showDuration(issued.expire)}, until ${showMoment(issued.expiresAt)}`))
    })
}
