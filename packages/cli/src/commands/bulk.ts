import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, realpathSync, renameSync, rmSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline as pipelineOf, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UserSigError } from '@usersig/core'
import { type BulkUser, genUserSigCsv } from '@usersig/node/bulk'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { CsvError, type Parser, parse } from 'csv-parse'
import { durationOption, toSeconds } from '../duration.ts'
import { CliError, EXIT } from '../exit.ts'
import { type KeyOptions, needKey, withKeyOptions } from '../keys.ts'
import { createProgress } from '../progress.ts'
import { err, escapeControls, note, redact } from '../terminal.ts'
import { checkInput, statInput } from '../ticket-input.ts'

interface BulkCommandOptions extends KeyOptions {
  readonly output?: string
  readonly expire: number
  readonly column?: string
  readonly threads?: number
  readonly skipInvalid?: true
}

/** A user, and the line of the file that names it. */
interface CsvUser {
  readonly userId: string
  readonly expire?: number
  readonly line: number
}

const MAX_THREADS = 64

const HELP = `
The first line of the file names its columns; the UserIDs are in the one called userId, or the one that --column names.
A column called expire holds lifetimes, such as 3600 or 1h. What comes out is a file with the columns userId and userSig:
  usersig bulk users.csv > tickets.csv
  usersig bulk users.csv --output tickets.csv --expire 1d --skip-invalid
  cat users.csv | usersig bulk - --column id > tickets.csv`

export function addBulk(program: Command): void {
  withKeyOptions(program.command('bulk <users.csv>'))
    .description('sign UserSigs for all users of a CSV file, in threads')
    .option('-o, --output <path>', 'write to a file instead of standard output')
    .addOption(durationOption('how long they are valid', 604_800))
    .option('-c, --column <name>', 'column that holds the UserIDs')
    .addOption(new Option('-t, --threads <count>', 'how many threads sign').argParser(parseThreads))
    .option('--skip-invalid', 'leave out users who cannot get a ticket, and tell them on standard error')
    .addHelpText('after', HELP)
    .action(async (path: string, options: BulkCommandOptions) => {
      const key = await needKey(options)
      const { output } = options
      const total = checkFiles(path, output)
      const rows = parse({ bom: true, relax_column_count: true, trim: true })
      // A fault of the file comes out of the rows, too.
      pipelineOf(path === '-' ? process.stdin : createReadStream(path), rows, () => {})
      const progress = createProgress(() => (total ? rows.info.bytes / total : undefined))
      let skipped = 0
      const lines = withHead(
        genUserSigCsv(readUsers(rows, path, options.column), {
          ...key,
          expire: options.expire,
          ...(options.threads !== undefined && { threads: options.threads }),
          onInvalid(error, user) {
            const message = `Line ${(user as CsvUser).line}: ${reasonOf(error)}`
            if (!options.skipInvalid) throw new CliError(message, 'Repair the file, or leave them out: --skip-invalid.')
            skipped++
            note(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${err.yellow(escapeControls(redact(message)))}`)
          },
          // Tickets that run through the terminal tell enough.
          ...((output !== undefined || !process.stdout.isTTY) && {
            onProgress: ({ done, perSecond }) => progress.update(done, perSecond),
          }),
        }),
      )
      try {
        // Nothing is overwritten before there is something to write.
        const first = await lines.next()
        const csv = Readable.from(startingWith(first, lines))
        if (output === undefined) await pipeline(csv, process.stdout, { end: false })
        else await writeWhole(csv, output)
      } catch (error) {
        const { syscall, code } = error as NodeJS.ErrnoException
        throw syscall === undefined ? error : new CliError(`The tickets cannot be written: ${code}.`)
      } finally {
        progress.end()
      }
      if (skipped > 0) process.exitCode = EXIT.invalid
    })
}

/** Writes to a file beside it, which takes its place at the end: all of it is written, or none. */
async function writeWhole(csv: Readable, output: string): Promise<void> {
  const old = statSync(output, { throwIfNoEntry: false })
  // Devices and pipes are no files to replace.
  if (old && !old.isFile()) return await pipeline(csv, createWriteStream(output))
  // A link stays one.
  const target = old ? realpathSync(output) : output
  const draft = join(dirname(target), `.usersig-${randomBytes(6).toString('hex')}.tmp`)
  const remove = () => rmSync(draft, { force: true })
  const stop = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    await pipeline(csv, createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
    renameSync(draft, target)
  } catch (error) {
    remove()
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

function parseThreads(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= MAX_THREADS) return count
  throw new InvalidArgumentError(`Give a number from 1 to ${MAX_THREADS}.`)
}

/** How long the input is, where that can be known. */
function checkFiles(path: string, output: string | undefined): number | undefined {
  if (path === '-') checkInput()
  let input: Stats | undefined
  try {
    input = path === '-' ? statInput() : statSync(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
  if (!input) return undefined
  if (input.isDirectory()) throw new CliError(`${path} is a folder, not a file.`)
  const target = output === undefined ? undefined : statSync(output, { throwIfNoEntry: false })
  // On Windows a pipe may have the numbers of nothing.
  if (input.isFile() && target?.ino === input.ino && target.dev === input.dev) {
    throw new CliError(`${output} is the file that is read.`, 'Write to another one.')
  }
  return path === '-' ? undefined : input.size
}

function cannotRead(path: string, error: unknown): CliError {
  return new CliError(`The file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
}

/** The place in the list is the line here. */
const reasonOf = ({ message }: UserSigError): string => message.replace(/^user \d+ of the list: /, '')

async function* readUsers(rows: Parser, path: string, column: string | undefined): AsyncGenerator<BulkUser> {
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
      if (user.userId.includes('\ufffd')) throw new CliError(`Line ${user.line} is not UTF-8.`)
      const expire = record[expireColumn]
      yield expire ? { ...user, expire: toSeconds(expire) } : user
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CliError(`Line ${error['lines']} is not CSV: ${error.code}.`)
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : cannotRead(path, error)
  }
  if (names === undefined) throw new CliError('There is nothing to read: the file is empty.')
}

/** Line breaks in quotes, which count as lines of the file. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, field) => (field.includes('\n') ? sum + field.split('\n').length - 1 : sum), 0)
}

/** Without a name there is no telling a first line of names from a first user, who would go without a ticket. */
function findUserColumn(names: readonly string[], wanted: string | undefined): number {
  const index = names.findIndex((name) => (wanted === undefined ? /^user_?id$/i.test(name) : name === wanted))
  if (index >= 0) return index
  throw new CliError(
    `There is no column ${JSON.stringify(wanted ?? 'userId')}.`,
    `The first line has: ${escapeControls(redact(names.join(', ')))}.
${wanted === undefined ? 'Choose one with --column, or write a line with the names of the columns on top. ' : ''}Columns have commas between them.`,
  )
}

type Piece = string | Uint8Array

async function* startingWith(first: IteratorResult<Piece>, rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  if (!first.done) yield first.value
  yield* rest
}

/** The names of the columns come once the first users are signed: before that all may still fail. */
async function* withHead(csv: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let head = 'userId,userSig\n'
  for await (const lines of csv) {
    if (head !== '') yield head
    head = ''
    yield lines
  }
  if (head !== '') yield head
}
