import { writeFileSync } from 'node:fs'
import { parseArgs, styleText } from 'node:util'
import { FRAMEWORKS } from '../http/names.ts'
import { type Soaked, soak } from './soak.ts'

/* Each adapter under load for a minute or longer: `npm run soak -- -- --seconds 60`. */

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } })
const seconds = Number(values.seconds)
if (!(seconds >= 1)) throw new Error('--seconds must be a number of seconds, 1 or more')

const WARM_UP_SECONDS = 3
const HEAD = ['requests/s', 'p50 ms', 'p90 ms', 'p99 ms', 'max ms', 'heap KiB']
  .map((name) => name.padStart(12))
  .join('')
console.log(`${'framework'.padEnd(24)}${HEAD}`)

const rows: Soaked[] = []
for (const framework of FRAMEWORKS) {
  if (process.stderr.isTTY) process.stderr.write(`${framework}, for ${seconds} s …\r`)
  const row = await soak(framework, seconds, WARM_UP_SECONDS)
  rows.push(row)
  const { p50, p90, p99, max } = row.latency
  const heap = Math.round(row.heapGrowthBytes / 1024)
  const cells = [row.perSecond, p50, p90, p99, max, heap].map((cell) => String(cell).padStart(12)).join('')
  const isClean = row.failed === 0 && Object.keys(row.wrong).length === 0
  console.log(styleText(isClean ? 'green' : 'red', `${framework.padEnd(24)}${cells}`))
  if (!isClean) console.log(`  ${row.failed} failed, ${JSON.stringify(row.wrong)}`)
}

const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  unit: `milliseconds of latency, over 100 connections for ${seconds} s, the load in a process beside the server`,
  rows,
}
writeFileSync(new URL('../../soak-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log('\nwritten to bench/soak-results.json')
if (rows.some(({ failed, wrong }) => failed > 0 || Object.keys(wrong).length > 0)) process.exitCode = 1
