import { drawQr } from '../output/qr.ts'
import { err, note, print } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import type { Lan } from './lan.ts'

/** Says where phones find the server, and what they need; the codes are not a result and do not belong in a file. */
export function announceLan(lan: Lan, users: readonly string[], port: number): void {
  const { lanWarning, lanPlain, codeFor, codeHint, at } = words.serve
  for (const address of lan.addresses) print(at(users.join(', '), `http://${address}:${port}/usersig`))
  note(err.yellow(lanWarning))
  note(err.yellow(lanPlain))
  note(drawQr(`http://${lan.addresses[0]}:${port}/`))
  for (const user of users) note(`${codeFor(user)}${words.colon}${err.bold(lan.codeOf(user) ?? '')}`)
  note(err.dim(codeHint))
}
