import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { styleText } from 'node:util'
import { type Case, cases } from './cases.ts'
import { allocatedBytes, round2, takeTurns } from './measure.ts'
import { measureHeapGrowth } from './memory.ts'
import { keepOfficialPrograms, measureOfficialPrograms } from './official/measure.ts'
import { measureValues, type Value } from './values.ts'

interface Row {
  readonly name: string
  readonly oursMicroseconds: number
  readonly allocatedBytes: number
  readonly peers: Record<string, { microseconds: number; ratio: number }>
  readonly goal: { against: string; ratio: number; measured: number; met: boolean }
}

function measureCase(each: Case): Row {
  const times = takeTurns({ ours: each.ours, ...each.peers })
  const ours = times['ours'] ?? Number.NaN
  const peers: Row['peers'] = {}
  for (const name of Object.keys(each.peers)) {
    const microseconds = times[name] ?? Number.NaN
    peers[name] = { microseconds: round2(microseconds), ratio: round2(microseconds / ours) }
  }
  const { against, ratio } = each.goal
  const measured = peers[against]?.ratio ?? Number.NaN
  return {
    name: each.name,
    oursMicroseconds: round2(ours),
    allocatedBytes: allocatedBytes(each.ours),
    peers,
    goal: { against, ratio, measured, met: measured >= ratio },
  }
}

function verdict(met: boolean, text: string): string {
  return styleText(met ? 'green' : 'red', `${met ? '✓' : '✗'} ${text}${met ? '' : ': falls short'}`)
}

function print(row: Row): void {
  console.log(`\n${styleText('bold', row.name)}`)
  console.log(`  ${'@usersig/core'.padEnd(26)}${row.oursMicroseconds.toFixed(2).padStart(8)} µs`)
  for (const [name, peer] of Object.entries(row.peers)) {
    console.log(`  ${name.padEnd(26)}${peer.microseconds.toFixed(2).padStart(8)} µs   ${peer.ratio} times as long`)
  }
  const { against, ratio, measured, met } = row.goal
  console.log(`  ${verdict(met, `${measured} times ${against}, goal ${ratio}`)}`)
}

function printValue({ name, value, unit, most }: Value): void {
  const text = `${name}: ${value} ${unit}`
  console.log(`  ${most === undefined ? text : verdict(value <= most, `${text}, goal ${most} at most`)}`)
}

const rows: Row[] = []
for (const each of cases) {
  const row = measureCase(each)
  print(row)
  rows.push(row)
}

console.log(`\n${styleText('bold', 'bytes, lengths, start')}`)
const allocations = cases.flatMap(({ name, maxBytes }, i): Value[] => {
  const value = rows[i]?.allocatedBytes ?? Number.NaN
  return [{ name: `allocated to ${name}`, value, unit: 'bytes', most: maxBytes }]
})
const values = [...allocations, ...(await measureValues())]
for (const value of values) printValue(value)

const programs = process.argv.includes('--all') ? measureOfficialPrograms() : []
if (programs.length > 0) console.log(`\n${styleText('bold', 'official programs in other languages')}`)
for (const { name, sign, verify, missing } of programs) {
  const times = missing ?? `sign ${sign ?? '—'} µs, verify ${verify ?? '—'} µs`
  console.log(`  ${name.padEnd(30)}${times}`)
}
if (programs.length > 0) keepOfficialPrograms(programs)

console.log(`\n${styleText('bold', 'heap over a million tickets signed and verified')}`)
const heap = measureHeapGrowth(1_000_000, (done) => process.stderr.write(`\r  ${done.toLocaleString('en')} …`))
process.stderr.write('\r')
const growthKiB = Math.round((heap.afterBytes - heap.beforeBytes) / 1024)
console.log(`  grew by ${growthKiB} KiB, from ${Math.round(heap.beforeBytes / 1024)} KiB`)

const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  load: loadavg().map(round2),
  unit: 'microseconds of the processor, the median of rounds in which the candidates take turns',
  rows,
  values,
  heap: { tickets: heap.tickets, growthKiB },
}
writeFileSync(new URL('../results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log('\nwritten to bench/results.json')
const short = values.some(({ value, most }) => most !== undefined && value > most)
if (short || rows.some(({ goal }) => !goal.met)) process.exitCode = 1
