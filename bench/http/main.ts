import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { styleText } from 'node:util'
import autocannon from 'autocannon'
import { FRAMEWORKS } from './names.ts'
import { AUTHORIZATION } from './routes.ts'

/*
 * What each adapter costs: requests per second of its issuing route, beside a bare JSON route of the same framework that
 * does the same authentication. The two take turns, so that a busy moment of the machine hits both.
 */

const ROUNDS = 7
const SECONDS = 2
const CONNECTIONS = 100
const TARGET = 0.85

async function load(url: string, seconds: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    // Browsers send the length of an empty body, too (Fetch standard, HTTP-network-or-cache fetch).
    headers: { authorization: AUTHORIZATION, 'content-length': '0' },
    connections: CONNECTIONS,
    duration: seconds,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`)
  return requests.average
}

interface Row {
  readonly framework: string
  readonly bare: number
  readonly usersig: number
  readonly ratio: number
}

async function measure(framework: string): Promise<Row> {
  const child = fork(new URL('./server.js', import.meta.url), [framework])
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    const urlOf = (route: string) => `http://127.0.0.1:${port}/${route}`
    for (const route of ['bare', 'usersig']) await load(urlOf(route), 2)
    const rounds: { bare: number; usersig: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({ bare: await load(urlOf('bare'), SECONDS), usersig: await load(urlOf('usersig'), SECONDS) })
    }
    return {
      framework,
      bare: Math.round(median(rounds.map(({ bare }) => bare))),
      usersig: Math.round(median(rounds.map(({ usersig }) => usersig))),
      // Of the two measurements of a round, which lie side by side: the machine's own speed changes over minutes.
      ratio: Math.round(median(rounds.map(({ bare, usersig }) => usersig / bare)) * 1000) / 1000,
    }
  } finally {
    child.kill()
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const rows: Row[] = []
console.log(`${'framework'.padEnd(24)}${'bare'.padStart(10)}${'usersig'.padStart(10)}  requests per second`)
for (const framework of FRAMEWORKS) {
  const row = await measure(framework)
  rows.push(row)
  const percent = `${(row.ratio * 100).toFixed(1)} %`
  const text = `${framework.padEnd(24)}${String(row.bare).padStart(10)}${String(row.usersig).padStart(10)}  ${percent}`
  console.log(styleText(row.ratio >= TARGET ? 'green' : 'red', text))
}
const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  unit: 'requests per second, the median of seven rounds of two seconds over 100 connections',
  target: TARGET,
  rows,
}
writeFileSync(new URL('../../http-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log('\nwritten to bench/http-results.json')
if (rows.some((row) => row.ratio < TARGET)) process.exitCode = 1
