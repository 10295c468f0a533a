import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { EXPIRE, SDK_APP_ID, SECRET_KEY, signer, users } from '../cases.ts'
import { microsecondsOf } from '../measure.ts'
import { drawChart } from '../peers/chart.ts'
import { OFFICIAL_PROGRAMS, type OfficialProgram } from './programs.ts'

/*
 * The official programs in other languages, which are not part of this project: USERSIG_OFFICIAL names a folder with
 * checkouts of their repositories. What is not there, or cannot be run here, is named.
 */

/** Microseconds of the processor for one ticket, or why there are none. */
export interface Measured {
  readonly name: string
  sign?: number
  verify?: number
  missing?: string
}

const ROUNDS = 3
const OPERATIONS = 100_000
const ARGUMENTS = [SDK_APP_ID, SECRET_KEY, EXPIRE, OPERATIONS].map(String)

type Round = () => readonly number[]

function roundOfOurs(): readonly number[] {
  let at = 0
  const tickets = users.map((user) => signer.genUserSig(user))
  const user = () => users[at++ % users.length] as string
  return [
    microsecondsOf(() => signer.genUserSig(user()), OPERATIONS),
    microsecondsOf(() => signer.verifyUserSig(tickets[at++ % tickets.length] as string), OPERATIONS),
  ]
}

/** Builds the driver; the version of the toolchain belongs to the name. */
function prepare({ language, repository, version, prepare }: OfficialProgram, work: string): [string, Round] {
  const checkout = join(process.env['USERSIG_OFFICIAL'] ?? '', repository)
  if (!process.env['USERSIG_OFFICIAL'] || !existsSync(checkout)) {
    throw new Error(`USERSIG_OFFICIAL names no folder with ${repository}`)
  }
  const [tool = '', ...args] = version
  const [line = ''] = execFileSync(tool, args, { stdio: 'pipe' }).toString().split('\n')
  mkdirSync(work)
  const [command = '', ...given] = prepare(checkout, work)
  const round: Round = () => JSON.parse(execFileSync(command, [...given, ...ARGUMENTS], { stdio: 'pipe' }).toString())
  return [`${language} ${/\d+(\.\d+)+/.exec(line)?.[0] ?? ''}`.trim(), round]
}

function why(error: unknown): string {
  const { stderr, message } = error as { stderr?: Buffer; message: string }
  const [first = message] = (stderr?.toString() ?? '').split('\n').filter((line) => /error/i.test(line))
  return `not measured: ${first.split('\n')[0]}`
}

/** Ours, then the programs whose toolchain and checkout are there: the best of rounds in which they take turns. */
export function measureOfficialPrograms(): readonly Measured[] {
  const work = mkdtempSync(join(tmpdir(), 'usersig-peers-'))
  const measured: Measured[] = [{ name: `@usersig/core, Node ${process.versions.node}` }]
  const rounds: (Round | undefined)[] = [roundOfOurs]
  try {
    for (const program of OFFICIAL_PROGRAMS) {
      try {
        const [name, round] = prepare(program, join(work, program.repository))
        measured.push({ name })
        rounds.push(round)
      } catch (error) {
        measured.push({ name: program.language, missing: why(error) })
        rounds.push(undefined)
      }
    }
    for (let i = 0; i < ROUNDS; i++) {
      for (const [at, round] of rounds.entries()) if (round !== undefined) note(measured[at] as Measured, round)
    }
  } finally {
    rmSync(work, { recursive: true })
  }
  return measured
}

function note(row: Measured, round: Round): void {
  try {
    const [sign, verify] = round()
    if (sign !== undefined) row.sign = Math.min(row.sign ?? Number.POSITIVE_INFINITY, round1(sign))
    if (verify !== undefined) row.verify = Math.min(row.verify ?? Number.POSITIVE_INFINITY, round1(verify))
  } catch (error) {
    row.missing = why(error)
  }
}

function round1(value: number): number {
  return Math.round(value * 10) / 10
}

/** Keeps what was measured, and draws it for the documents. */
export function keepOfficialPrograms(programs: readonly Measured[]): void {
  const date = new Date().toISOString().slice(0, 10)
  const cpu = cpus()[0]?.model ?? 'unknown'
  const load = loadavg().map((value) => Number(value.toFixed(2)))
  const unit = `microseconds of the processor a ticket, the best of ${ROUNDS} rounds`
  const results = { date, cpu, load, unit, programs }
  writeFileSync(new URL('../../official-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)

  const bars = (of: 'sign' | 'verify') =>
    Object.fromEntries(programs.filter((row) => row[of] !== undefined).map((row) => [row.name, row[of] ?? null]))
  const chart = drawChart('Beside the official programs', `microseconds, less is better; ${date}, ${cpu}`, [
    { title: 'Sign a UserSig', bars: bars('sign') },
    { title: 'Verify it, where the program can', bars: bars('verify') },
  ])
  writeFileSync(new URL('../../../docs/speed-official.svg', import.meta.url), chart)
}
