import type { UserSigError } from '@usersig/core'
import { language, words } from '../words/index.ts'
import { redactAll } from './terminal.ts'

/** What is wrong, and what to do about it. */
export interface Fault {
  readonly message: string
  readonly action: string
}

type Said = Pick<UserSigError, 'code' | 'message' | 'hint'>

/** An error of the core in the language of the call, with the value that is wrong. */
export async function sayFault({ code, message, hint }: Said): Promise<Fault> {
  if (language === 'en') return { message, action: hint }
  const { listToolkitCodes } = await import('@usersig/doctor')
  const known = listToolkitCodes({ language }).find((each) => each.code === code)
  return { message: translateFault(message) ?? known?.meaning ?? message, action: known?.action ?? hint }
}

/** A message of the core in the language of the call; `undefined` for one that is not known. */
export function translateFault(message: string): string | undefined {
  const [pattern, text] = words.faults.find(([each]) => each.test(message)) ?? []
  return pattern && text !== undefined ? message.replace(pattern, text) : undefined
}

/** Faults of the form, for which the doctor has plainer words than the strict reading has. */
const FORM: readonly string[] = ['malformed', 'too_large', 'unsupported_version']

/** What is wrong with a ticket; a text that is none is sent to the doctor. */
export async function sayTicketFault(ticket: string, error: Said): Promise<Fault> {
  if (!FORM.includes(error.code)) return await sayFault(error)
  const { diagnose } = await import('@usersig/doctor')
  const { verdict, findings } = redactAll(diagnose(ticket, { language }))
  const [worst] = findings
  if (verdict === 'none' || worst?.code === 'not_a_ticket' || worst?.severity !== 'error') {
    return { message: words.ticket.none, action: words.ticket.askDoctor }
  }
  return { message: worst.message, action: worst.action }
}
