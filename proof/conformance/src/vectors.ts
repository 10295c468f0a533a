import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { QuirkVector, TicketVector } from '@usersig/vectors'
import { buildProgram, GENERATORS, type Program, SERVERS } from './programs.ts'

// Adds the tickets of the programs that are named, such as rtc-go, to the test vectors. An edition signs what its
// elder has signed there, and a generator what the one for iOS has.
const [sources, ...named] = process.argv.slice(2)
if (sources === undefined || named.length === 0) throw new Error('Name the folder with the clones, and the programs.')

const fileOf = (name: string) => new URL(`../../../packages/vectors/data/${name}.json`, import.meta.url)
const read = <T>(name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8')) as readonly T[]
const official = read<TicketVector>('official')

/** What is signed. The one for the Mac signs the SDKAppID as the lifetime, whatever it is asked for. */
function inputsFor({ id, quirk }: Program): readonly TicketVector[] {
  const elder = id.startsWith('rtc-') ? id.slice(4) : 'ios'
  const inputs = official.filter(({ implementation }) => implementation === elder)
  return quirk === undefined ? inputs : inputs.map((input) => ({ ...input, expire: input.sdkAppId })).slice(0, 3)
}

function openTicket(ticket: string): string {
  const base64 = ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  return inflateSync(Buffer.from(base64, 'base64')).toString()
}

function sign(program: Program, command: string): readonly (TicketVector | QuirkVector)[] {
  const inputs = inputsFor(program).map(({ userSig, decoded, time, implementation, ...input }) => input)
  const input = `${inputs.map((each) => JSON.stringify({ op: 'sign', ...each })).join('\n')}\n`
  const { stdout } = spawnSync(command, { shell: true, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  const answers = stdout.trim().split('\n')
  return inputs.flatMap((of, index): readonly (TicketVector | QuirkVector)[] => {
    const { ticket, ...other } = JSON.parse(answers[index] ?? '{}') as { readonly ticket?: string }
    if (ticket === undefined) {
      console.log(`${program.name}: no ticket for ${of.kind} of ${of.userId}: ${JSON.stringify(other)}`)
      return []
    }
    const json = openTicket(ticket)
    const { id: implementation, quirk } = program
    if (quirk !== undefined) {
      const name = `${quirk}: ${of.userId}`
      return [{ case: name, implementation, ...of, userSig: ticket, json, expect: 'either' }]
    }
    const decoded = JSON.parse(json) as TicketVector['decoded']
    return [{ implementation, ...of, userSig: ticket, decoded, time: Number(decoded['TLS.time']) }]
  })
}

function write(name: string, made: readonly (TicketVector | QuirkVector)[]): void {
  const kept = read<TicketVector | QuirkVector>(name).filter(({ implementation }) => !named.includes(implementation))
  const lines = [...kept, ...made].map((vector) => JSON.stringify(vector))
  writeFileSync(fileOf(name), `[\n${lines.join(',\n')}\n]\n`)
  console.log(`${name}: ${made.length} tickets of ${named.length} programs, ${lines.length} in all`)
}

const built = mkdtempSync(join(tmpdir(), 'usersig-vectors-'))
try {
  const made = [...SERVERS, ...GENERATORS]
    .filter(({ id }) => named.includes(id))
    .flatMap((program) => sign(program, buildProgram(program, sources, built)))
  write(
    'official',
    made.filter((vector) => 'decoded' in vector),
  )
  write(
    'quirks',
    made.filter((vector) => 'expect' in vector),
  )
} finally {
  rmSync(built, { recursive: true })
}
