import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { styleText } from 'node:util'
import { measure } from 'mitata'
import { type Case, cases } from './cases.ts'
import { measureHeapGrowth } from './memory.ts'

interface Row {
  readonly name: string
  readonly oursMicroseconds: number
  readonly peers: Record<string, { microseconds: number; ratio: number }>
  readonly target: { against: string; ratio: number; met: boolean } | null
}

/** Each candidate is measured in turn, several times over, so that a busy moment of the machine hits all of them. */
const ROUNDS = 3

async function measureCase(each: Case): Promise<Row> {
  const candidates = { ours: each.ours, ...each.peers }
  const best: Record<string, number> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const { p50 } = await measure(run, { min_cpu_time: 4e8 })
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, p50 / 1000)
    }
  }
  const ours = best['ours'] ?? Number.NaN
  const peers: Row['peers'] = {}
  for (const name of Object.keys(each.peers)) {
    const microseconds = best[name] ?? Number.NaN
    peers[name] = { microseconds: round2(microseconds), ratio: round2(microseconds / ours) }
  }
  const ratio = peers[each.against]?.ratio
  const target =
    each.target > 0 && ratio !== undefined
      ? { against: each.against, ratio: each.target, met: ratio >= each.target }
      : null
  return { name: each.name, oursMicroseconds: round2(ours), peers, target }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

function print(row: Row): void {
  console.log(`\n${styleText('bold', row.name)}`)
  console.log(`  ${'@usersig/core'.padEnd(26)}${row.oursMicroseconds.toFixed(2).padStart(8)} µs`)
  for (const [name, peer] of Object.entries(row.peers)) {
    const ratio = `${peer.ratio.toFixed(1)} times as long`
    console.log(`  ${name.padEnd(26)}${peer.microseconds.toFixed(2).padStart(8)} µs   ${ratio}`)
  }
  if (row.target) {
    const text = `target: ${row.target.ratio} times ${row.target.against}: ${row.target.met ? 'met' : 'MISSED'}`
    console.log(`  ${styleText(row.target.met ? 'green' : 'red', text)}`)
  }
}

const rows: Row[] = []
for (const each of cases) {
  const row = await measureCase(each)
  print(row)
  rows.push(row)
}

console.log(`\n${styleText('bold', 'heap over a million tickets signed and verified')}`)
const heap = measureHeapGrowth(1_000_000, (done) => process.stderr.write(`\r  ${done.toLocaleString('en')} …`))
process.stderr.write('\r')
const growthKiB = Math.round((heap.afterBytes - heap.beforeBytes) / 1024)
console.log(`  grew by ${growthKiB} KiB, from ${Math.round(heap.beforeBytes / 1024)} KiB`)

const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  unit: 'microseconds, the median of a round, the best of three rounds',
  rows,
  heap: { tickets: heap.tickets, growthKiB },
}
writeFileSync(new URL('../results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log('\nwritten to bench/results.json')
if (rows.some((row) => row.target?.met === false)) process.exitCode = 1
