import type { AppKey, Finding } from '@usersig/doctor'
import { err, note } from '../output/terminal.ts'
import { language } from '../words/index.ts'

/** What every client takes as a UserID; names of missing values are refused by the core. */
const PLAIN = /^[\w-]+$/

/** Whether there is nothing to say about a UserID. */
export const isPlainUser = (userId: string): boolean => PLAIN.test(userId)

/** What is doubtful about the user of a ticket, such as characters that nobody sees. */
export async function findUserDoubts(userSig: string, key: AppKey): Promise<Finding[]> {
  const { diagnose } = await import('@usersig/doctor')
  const { findings } = diagnose(userSig, { keys: [key], language })
  return findings.filter(({ about, action }) => about === 'user' && action !== '')
}

/** Says what is doubtful about the user of a ticket. */
export async function noteUserDoubts(
  { userId, userSig }: { readonly userId: string; readonly userSig: string },
  key: AppKey,
): Promise<void> {
  if (isPlainUser(userId)) return
  for (const { message, action } of await findUserDoubts(userSig, key)) {
    note(err.yellow(message))
    note(err.dim(action))
  }
}
