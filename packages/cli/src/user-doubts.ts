import { type AppKey, diagnose } from '@usersig/doctor'
import { err } from './terminal.ts'
import { language } from './words/index.ts'

/** What every client takes as a UserID, if it is not the name of a missing value. */
const PLAIN = /^(?!(?:undefined|null|NaN|none|nil)$)[\w-]+$/i

/** Whether a UserID has to be looked at more closely. */
export const isPlainUser = (userId: string): boolean => PLAIN.test(userId)

/** Says what is doubtful about the user of a ticket: characters that nobody sees, the name of a missing value. */
export function noteUserDoubts(ticket: string, key: AppKey, say: (text: string) => void): void {
  for (const { about, message, action } of diagnose(ticket, { keys: [key], language }).findings) {
    if (about !== 'user' || action === '') continue
    say(err.yellow(message))
    say(err.dim(action))
  }
}
