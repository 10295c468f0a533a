import { CsvError, type Parser } from 'csv-parse'
import { CliError } from '../exit.ts'
import { escapeControls, redact } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { durationFault, toSeconds } from './duration.ts'
import { inputError } from './ticket-input.ts'

/** A user, and the line of the file that names it. */
export interface CsvUser {
  readonly userId: string
  readonly expire?: number
  readonly line: number
  /** What is wrong with the lifetime, which then is none. */
  readonly fault?: string
}

function readExpire(text: string): Pick<CsvUser, 'expire' | 'fault'> {
  const fault = durationFault(text)
  return fault === undefined ? { expire: toSeconds(text) } : { expire: Number.NaN, fault }
}

export async function* readUsers(rows: Parser, path: string, column: string | undefined): AsyncGenerator<CsvUser> {
  let names: readonly string[] | undefined
  let userColumn = 0
  let expireColumn = -1
  let next = 1
  try {
    for await (const record of rows as AsyncIterable<readonly string[]>) {
      const line = next
      next += 1 + breaksIn(record)
      if (record.length === 1 && record[0] === '') continue
      if (names === undefined) {
        names = record
        userColumn = findUserColumn(names, column)
        expireColumn = names.findIndex((name) => name.toLowerCase() === 'expire')
        continue
      }
      const user: CsvUser = { userId: record[userColumn] ?? '', line }
      if (user.userId.includes('\ufffd')) throw new CliError(words.bulk.notUtf8(line))
      const expire = record[expireColumn]
      yield expire ? { ...user, ...readExpire(expire) } : user
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CliError(words.bulk.notCsv(Number(error['lines']), error.code))
    throw inputError(error, path)
  }
  if (names === undefined) throw new CliError(words.bulk.empty)
}

/** Line breaks in quotes, which count as lines of the file. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, field) => (field.includes('\n') ? sum + field.split('\n').length - 1 : sum), 0)
}

/** Without a name there is no telling a first line of names from a first user, who would go without a ticket. */
function findUserColumn(names: readonly string[], wanted: string | undefined): number {
  const index = names.findIndex((name) => (wanted === undefined ? /^user_?id$/i.test(name) : name === wanted))
  if (index >= 0) return index
  const { noColumn, columns, choose, commas } = words.bulk
  throw new CliError(
    noColumn(JSON.stringify(wanted ?? 'userId')),
    `${columns(escapeControls(redact(names.join(', '))))}\n${wanted === undefined ? `${choose} ` : ''}${commas}`,
  )
}
