import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { pipeline as pipelineOf, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type BulkUser, genUserSigBatches } from '@usersig/node/bulk'
import type { Command } from 'commander'
import { CsvError, type Parser, parse } from 'csv-parse'
import { parseDuration, parseInteger } from '../duration.ts'
import { CliError, EXIT } from '../exit.ts'
import { type KeyOptions, needKey, withKeyOptions } from '../keys.ts'
import { createProgress } from '../progress.ts'
import { err, note } from '../terminal.ts'

interface BulkCommandOptions extends KeyOptions {
  readonly output?: string
  readonly expire: number
  readonly column?: string
  readonly threads?: number
  readonly skipInvalid?: true
}

const HELP = `
The first line of the file names its columns; the UserIDs are in the one called userId, or in the first.
A column called expire holds lifetimes in seconds. What comes out is a file with the columns userId and userSig:
  usersig bulk users.csv > tickets.csv
  usersig bulk users.csv --output tickets.csv --expire 1d --skip-invalid`

export function addBulk(program: Command): void {
  withKeyOptions(program.command('bulk <users.csv>'))
    .description('sign UserSigs for all users of a CSV file, in threads')
    .option('-o, --output <path>', 'write to a file instead of standard output')
    .option('-e, --expire <duration>', 'how long they are valid: seconds, or 15m, 12h, 7d', parseDuration, 604_800)
    .option('-c, --column <name>', 'column that holds the UserIDs')
    .option('-t, --threads <count>', 'how many threads sign', parseInteger)
    .option('--skip-invalid', 'leave out users who cannot get a ticket, and tell them on standard error')
    .addHelpText('after', HELP)
    .action(async (path: string, options: BulkCommandOptions) => {
      const key = await needKey(options)
      const total = sizeOf(path)
      const rows = parse({ bom: true, skip_empty_lines: true, relax_column_count: true })
      // A fault of the file comes out of the rows, too.
      pipelineOf(path === '-' ? process.stdin : createReadStream(path), rows, () => {})
      const progress = createProgress(() => (total ? rows.info.bytes / total : undefined))
      let skipped = 0
      const batches = genUserSigBatches(readUsers(rows, options.column), {
        ...key,
        expire: options.expire,
        ...(options.threads !== undefined && { threads: options.threads }),
        ...(options.skipInvalid && {
          onInvalid: (error, _user, index) => {
            skipped++
            note(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${err.yellow(`line ${index + 2}:`)} ${error.message}`)
          },
        }),
        onProgress: ({ done, perSecond }) => progress.update(done, perSecond),
      })
      const output = options.output === undefined ? process.stdout : createWriteStream(options.output, { mode: 0o600 })
      await pipeline(Readable.from(toCsv(batches)), output, { end: output !== process.stdout })
      progress.end()
      if (skipped > 0) process.exitCode = EXIT.invalid
    })
}

function sizeOf(path: string): number | undefined {
  if (path === '-') return undefined
  try {
    return statSync(path).size
  } catch (error) {
    throw new CliError(`The file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
}

async function* readUsers(rows: Parser, column: string | undefined): AsyncGenerator<BulkUser> {
  let names: string[] | undefined
  let userColumn = 0
  let expireColumn = -1
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (names === undefined) {
        names = row
        userColumn = findUserColumn(names, column)
        expireColumn = names.findIndex((name) => name.toLowerCase() === 'expire')
        continue
      }
      const userId = row[userColumn] ?? ''
      const expire = row[expireColumn]
      yield expire ? { userId, expire: Number(expire) } : userId
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CliError(`Line ${error['lines']} is not CSV: ${error.code}.`)
    throw error
  }
}

function findUserColumn(names: readonly string[], wanted: string | undefined): number {
  const index = names.findIndex((name) => (wanted === undefined ? /^user_?id$/i.test(name) : name === wanted))
  if (index < 0 && wanted !== undefined) {
    throw new CliError(`There is no column ${JSON.stringify(wanted)}.`, `The first line has: ${names.join(', ')}.`)
  }
  return Math.max(index, 0)
}

async function* toCsv(batches: AsyncIterable<readonly { userId: string; userSig: string }[]>): AsyncGenerator<string> {
  yield 'userId,userSig\n'
  for await (const batch of batches) {
    yield batch.map(({ userId, userSig }) => `${quote(userId)},${userSig}\n`).join('')
  }
}

// RFC 4180, section 2.
function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
