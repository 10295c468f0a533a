import { createReadStream, type Stats, statSync } from 'node:fs'
import { pipeline as pipelineOf, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UserSigError } from '@usersig/core'
import { type BulkOptions, genUserSigCsv, genUserSigs } from '@usersig/node/bulk'
import { parse } from 'csv-parse'
import { CliError, EXIT } from '../exit.ts'
import { type CsvUser, readUsers } from '../input/csv-users.ts'
import { nameDoubtfulUsers } from '../input/doubtful-users.ts'
import { createDuplicateFinder } from '../input/duplicates.ts'
import { type KeyOptions, needKey } from '../input/keys.ts'
import { checkInput, inputError, statInput } from '../input/ticket-input.ts'
import { createCsvGuard } from '../output/csv-guard.ts'
import { translateFault } from '../output/fault.ts'
import { createProgress, type Progress } from '../output/progress.ts'
import { drawSheet } from '../output/sheet.ts'
import { err, escapeControls, note, redact } from '../output/terminal.ts'
import { writeWhole } from '../output/whole-file.ts'
import { words } from '../words/index.ts'

interface BulkCommandOptions extends KeyOptions {
  readonly output?: string
  readonly qr?: string
  readonly expire: number
  readonly column?: string
  readonly threads?: number
  readonly skipInvalid?: true
  readonly raw?: true
}

export async function bulk(path: string, options: BulkCommandOptions): Promise<void> {
  const key = await needKey(options)
  const total = checkFiles(path, options.output ?? options.qr)
  const rows = parse({ bom: true, relax_column_count: true, trim: true })
  // A fault of the file comes out of the rows, too.
  pipelineOf(path === '-' ? process.stdin : createReadStream(path), rows, () => {})
  const progress = createProgress(() => (total ? rows.info.bytes / total : undefined))
  const duplicates = createDuplicateFinder(sayLine)
  const users = nameDoubtfulUsers(duplicates.watch(readUsers(rows, path, options.column)), key, sayLine)
  try {
    await write(users, { ...key, ...bulkOptions(options, progress) }, options)
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException
    throw syscall === undefined ? error : new CliError(words.bulk.cannotWrite(String(code)))
  } finally {
    progress.end()
  }
  duplicates.end()
}

async function write(users: AsyncIterable<CsvUser>, signing: BulkOptions, options: BulkCommandOptions): Promise<void> {
  const { output, qr, raw } = options
  if (qr !== undefined) return await writeWhole(Readable.from(drawSheet(genUserSigs(users, signing))), qr)
  const guard = createCsvGuard()
  const lines = genUserSigCsv(users, signing)
  const csv = withHead(raw ? lines : guard.protect(lines))
  // Nothing is opened or written before the first users are signed.
  const text = Readable.from(startingWith(await csv.next(), csv), { objectMode: false })
  if (output === undefined) await pipeline(text, process.stdout, { end: false })
  else await writeWhole(text, output)
  if (guard.count > 0) note(err.yellow(words.bulk.formulas(guard.count)))
}

function bulkOptions(options: BulkCommandOptions, progress: Progress): Partial<BulkOptions> {
  const { expire, threads, skipInvalid, output, qr } = options
  return {
    expire,
    ...(threads !== undefined && { threads }),
    onInvalid(error, user) {
      const { line, fault } = user as CsvUser
      const message = `${words.bulk.line(line)}${fault ?? reasonOf(error)}`
      if (!skipInvalid) throw new CliError(message, words.bulk.repair)
      process.exitCode = EXIT.invalid
      sayLine(message)
    },
    // Tickets that run through the terminal tell enough.
    ...((output !== undefined || qr !== undefined || !process.stdout.isTTY) && {
      onProgress: ({ done, perSecond }) => progress.update(done, perSecond),
    }),
  }
}

/** On a line of its own, also where the progress is drawn. */
function sayLine(message: string): void {
  note(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${err.yellow(escapeControls(redact(message)))}`)
}

/** How long the input is, where that can be known. */
function checkFiles(path: string, output: string | undefined): number | undefined {
  if (path === '-') checkInput()
  let input: Stats | undefined
  try {
    input = path === '-' ? statInput() : statSync(path)
  } catch (error) {
    throw inputError(error, path)
  }
  if (!input) return undefined
  if (input.isDirectory()) throw new CliError(words.input.fileIsFolder(path))
  const target = output === undefined ? undefined : statSync(output, { throwIfNoEntry: false })
  // On Windows a pipe may have the numbers of nothing.
  if (input.isFile() && target?.ino === input.ino && target.dev === input.dev) {
    throw new CliError(words.bulk.sameFile(String(output)), words.bulk.another)
  }
  return path === '-' ? undefined : input.size
}

/** The place in the list is the line here. */
function reasonOf({ message }: UserSigError): string {
  const reason = message.replace(/^user \d+ of the list: /, '')
  return translateFault(reason) ?? reason
}

type Piece = string | Uint8Array

async function* startingWith(first: IteratorResult<Piece>, rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  if (!first.done) yield first.value
  yield* rest
}

/** The names of the columns come once the first users are signed: before that all may still fail. */
async function* withHead(csv: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  let head = 'userId,userSig\n'
  for await (const lines of csv) {
    if (head !== '') yield head
    head = ''
    yield lines
  }
  if (head !== '') yield head
}
