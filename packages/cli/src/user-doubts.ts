import type { AppKey } from '@usersig/doctor'
import { err, note } from './terminal.ts'
import { language } from './words/index.ts'

/** What every client takes as a UserID; names of missing values are refused by the core. */
const PLAIN = /^[\w-]+$/

/** Says what is doubtful about the user of a ticket, such as characters that nobody sees. */
export async function noteUserDoubts(
  { userId, userSig }: { readonly userId: string; readonly userSig: string },
  key: AppKey,
): Promise<void> {
  if (PLAIN.test(userId)) return
  const { diagnose } = await import('@usersig/doctor')
  for (const { about, message, action } of diagnose(userSig, { keys: [key], language }).findings) {
    if (about !== 'user' || action === '') continue
    note(err.yellow(message))
    note(err.dim(action))
  }
}
