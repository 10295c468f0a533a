import { createUserSigner, UserSigError } from '@usersig/core'
import type { AppKey } from '@usersig/doctor'
import { words } from '../words/index.ts'
import type { CsvUser } from './csv-users.ts'
import { findUserDoubts, isPlainUser } from './user-doubts.ts'

/** So many are looked at, and so many named: a list may have millions. */
const MAX_LOOKED_AT = 1000
const MAX_NAMED = 10

/** Names users of a list whose UserIDs are doubtful, as it is read. */
export async function* nameDoubtfulUsers(
  users: AsyncIterable<CsvUser>,
  key: AppKey,
  say: (message: string) => void,
): AsyncGenerator<CsvUser> {
  const signer = createUserSigner(key)
  let lookedAt = 0
  let named = 0
  for await (const user of users) {
    if (!isPlainUser(user.userId) && named < MAX_NAMED && lookedAt++ < MAX_LOOKED_AT) {
      const ticket = signOrNothing(user.userId)
      const [doubt] = ticket === undefined ? [] : await findUserDoubts(ticket, key)
      if (doubt && doubt.severity !== 'info') {
        named++
        say(`${words.bulk.line(user.line)}${doubt.message}`)
      }
    }
    yield user
  }

  /** One that cannot be signed is named by the signing itself. */
  function signOrNothing(userId: string): string | undefined {
    try {
      return signer.genUserSig(userId)
    } catch (error) {
      if (UserSigError.is(error)) return undefined
      throw error
    }
  }
}
