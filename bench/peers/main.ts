import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { drawChart } from './chart.ts'
import { contestants } from './contestants.ts'
import { runtimes } from './runtimes.ts'

/*
 * What a signed ticket costs in JavaScript, by package and by runtime. The packages take turns in each round, and the
 * best of the rounds counts, so that a busy moment of the machine hits nobody alone.
 */

const ROUNDS = 3
const names = Object.keys(contestants)

interface Row {
  readonly runtime: string
  readonly version: string
  readonly microseconds: Readonly<Record<string, number | null>>
}

const rows: Row[] = []
for (const { name, version, round } of runtimes) {
  const best: Record<string, number | null> = Object.fromEntries(names.map((each) => [each, null]))
  for (let i = 0; i < ROUNDS; i++) {
    for (const [each, value] of Object.entries(await round())) {
      if (typeof value === 'number') best[each] = Math.min(best[each] ?? Number.POSITIVE_INFINITY, value)
      else if (i === 0) console.log(`${name}: ${each}: ${value.split('\n')[0]}`)
    }
  }
  const microseconds = Object.fromEntries(
    Object.entries(best).map(([each, value]) => [each, value === null ? null : Number(value.toFixed(2))]),
  )
  rows.push({ runtime: name, version, microseconds })
  console.log(`${name} ${version}`)
  for (const each of names) console.log(`  ${each.padEnd(28)}${String(microseconds[each] ?? '—').padStart(8)} µs`)
}

const date = new Date().toISOString().slice(0, 10)
const cpu = cpus()[0]?.model ?? 'unknown'
const results = { date, cpu, unit: `microseconds a ticket, the best of ${ROUNDS} rounds`, rows }
writeFileSync(new URL('../../peers-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
const panels = rows.map(({ runtime, version, microseconds }) => ({
  title: `${runtime} ${version}`,
  bars: microseconds,
}))
const chart = drawChart('One signed ticket', `microseconds, less is better; ${date}, ${cpu}`, panels)
writeFileSync(new URL('../../../docs/speed.svg', import.meta.url), chart)
console.log('\nwritten to bench/peers-results.json and docs/speed.svg')
