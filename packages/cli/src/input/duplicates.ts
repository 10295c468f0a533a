import { words } from '../words/index.ts'
import type { CsvUser } from './csv-users.ts'

/** So many UserIDs are remembered, and so many duplicates named. */
const MAX_REMEMBERED = 1_000_000
const MAX_NAMED = 10

/** Names users that stand in a list twice, as it is read. */
export interface DuplicateFinder {
  watch(users: AsyncIterable<CsvUser>): AsyncGenerator<CsvUser>
  /** Says how many there were. */
  end(): void
}

export function createDuplicateFinder(say: (message: string) => void): DuplicateFinder {
  const lines = new Map<string, number>()
  let count = 0
  return {
    async *watch(users) {
      for await (const user of users) {
        const first = lines.get(user.userId)
        if (first === undefined) {
          if (lines.size < MAX_REMEMBERED) lines.set(user.userId, user.line)
        } else if (++count <= MAX_NAMED) {
          say(words.bulk.duplicate(user.line, JSON.stringify(user.userId), first))
        }
        yield user
      }
    },
    end() {
      if (count > 0) say(words.bulk.duplicates(count))
    },
  }
}
