import { type IssuedTickets, UserSigError } from '@usersig/core'
import type { AppKey, Doctor } from '@usersig/doctor'
import { type GenerateForm, sign } from '../form.ts'
import { type ListedUser, readUsers, type UserList } from './users.ts'

/** A user for whom nothing is signed, or about whom something is doubtful, and why. */
export interface UserRemark extends ListedUser {
  readonly text: string
}

/** What came of a list. */
export interface Batch extends Pick<UserList, 'duplicates' | 'badRanges' | 'isCut'> {
  readonly issued: readonly IssuedTickets[]
  readonly refused: readonly UserRemark[]
  /** Signed all the same. */
  readonly doubtful: readonly UserRemark[]
  /** What is wrong with more than one user, such as the key or the lifetime. */
  readonly error?: unknown
}

interface Saying {
  /** In the language of the page. */
  readonly diagnose: Doctor['diagnose']
  readonly explain: (error: UserSigError) => { readonly message: string }
}

/** Signs for all users of the list. */
export function signBatch(form: GenerateForm, key: AppKey, { diagnose, explain }: Saying): Batch {
  const { users, ...list } = readUsers(form.users)
  const issued: IssuedTickets[] = []
  const refused: UserRemark[] = []
  const doubtful: UserRemark[] = []
  for (const user of users) {
    try {
      const ticket = sign(form, key, user.userId)
      issued.push(ticket)
      const text = doubtAbout(ticket, diagnose)
      if (text !== undefined) doubtful.push({ ...user, text })
    } catch (error) {
      if (!UserSigError.is(error) || error.code !== 'invalid_user_id')
        return { ...list, issued: [], refused, doubtful, error }
      refused.push({ ...user, text: explain(error).message })
    }
  }
  return { ...list, issued, refused, doubtful }
}

/** What every product takes: about such a UserID there is no doubt. */
const PLAIN = /^[A-Za-z0-9_-]+$/

function doubtAbout({ userId, userSig }: IssuedTickets, diagnose: Saying['diagnose']): string | undefined {
  if (PLAIN.test(userId)) return undefined
  const finding = diagnose(userSig).findings.find(({ about }) => about === 'user')
  return finding && finding.severity !== 'info' ? finding.message : undefined
}
