/** A user of the list, and the line that names it. */
export interface ListedUser {
  readonly userId: string
  readonly line: number
}

/** What a list of users says. */
export interface UserList {
  readonly users: readonly ListedUser[]
  /** Named more than once, and counted once. */
  readonly duplicates: readonly ListedUser[]
  /** Ranges that are none. */
  readonly badRanges: readonly ListedUser[]
  /** Whether there were more than {@link MAX_USERS}. */
  readonly isCut: boolean
}

export const MAX_USERS = 1000
/** Longer texts are not read. */
const MAX_TEXT = 262_144

const HEADINGS = ['userid', 'user_id', 'user', 'identifier', 'id', 'username', '用户', '用户id']

/** `test1..test20`, `test001..020`, with two dots or more, or the sign for them. */
const RANGE = /^(.*?)(\d{1,9})\s*(?:\.{2,3}|…)\s*(.*?)(\d{1,9})$/s

/**
 * Reads users out of a list (lines, commas), ranges such as `test1..test20`, or CSV with a heading such as `userId`.
 */
export function readUsers(text: string): UserList {
  const seen = new Set<string>()
  const users: ListedUser[] = []
  const duplicates: ListedUser[] = []
  const badRanges: ListedUser[] = []
  let isCut = text.length > MAX_TEXT
  for (const { cell, line } of readCells(text.slice(0, MAX_TEXT))) {
    const names = expand(cell)
    if (names === undefined) badRanges.push({ userId: cell, line })
    for (const userId of names ?? []) {
      const user = { userId, line }
      if (seen.has(userId)) duplicates.push(user)
      else if (users.length >= MAX_USERS) isCut = true
      else users.push(user)
      seen.add(userId)
      if (isCut) return { users, duplicates, badRanges, isCut }
    }
  }
  return { users, duplicates, badRanges, isCut }
}

interface Cell {
  readonly cell: string
  readonly line: number
}

/** One cell a user: of the column with a heading, or of the whole text. */
function readCells(text: string): Cell[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((each, i) => ({ cells: splitLine(each), line: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head] = lines
  const column = head?.cells.findIndex((cell) => HEADINGS.includes(cell.trim().toLowerCase())) ?? -1
  if (column >= 0) return lines.slice(1).map(({ cells, line }) => ({ cell: cells[column] ?? '', line }))
  return lines.flatMap(({ cells, line }) => cells.filter((cell) => cell !== '').map((cell) => ({ cell, line })))
}

/** Cells between commas, semicolons or tabs; in quotes, those are characters like others. */
function splitLine(line: string): string[] {
  const cells = line.matchAll(/(?:^|[,;，、\t])\s*(?:"((?:[^"]|"")*)"|([^,;，、\t]*))/g)
  return [...cells].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim())
}

/** The names of a range, or the one name; `undefined` for a range that is none. */
function expand(cell: string): string[] | undefined {
  const [, prefix = '', first = '', again = '', last = ''] = RANGE.exec(cell) ?? []
  if (first === '') return [cell]
  const [from, to] = [Number(first), Number(last)]
  if ((again !== '' && again !== prefix) || to < from) return undefined
  const count = Math.min(to - from, MAX_USERS) + 1
  return Array.from({ length: count }, (_, i) => prefix + String(from + i).padStart(first.length, '0'))
}
