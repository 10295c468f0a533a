import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { styleText } from 'node:util'
import { createUserSigner } from '@usersig/core'
import { genUserSigCsv } from '@usersig/node/bulk'
import { createCeiling } from './bulk-ceiling.ts'

/*
 * A million tickets into a file, by one thread and by as many as the machine has. Both take turns, so that a busy moment
 * of the machine hits both.
 */

const TICKETS = 1_000_000
const ROUNDS = 5
const TARGET = 1.7
const THREADS = availableParallelism()
const LINES_AT_A_TIME = 1024

const options = {
  sdkAppId: 1400000000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

function* users(): Generator<string> {
  for (let i = 0; i < TICKETS; i++) yield `user-${i}`
}

/** What a program does that knows nothing of threads. */
function* byOneThread(): Generator<string> {
  const signer = createUserSigner(options)
  let lines: string[] = []
  for (const userId of users()) {
    lines.push(`${userId},${signer.genUserSig(userId)}\n`)
    if (lines.length < LINES_AT_A_TIME) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}

function byThreads(): AsyncGenerator<Uint8Array> {
  return genUserSigCsv(users(), { ...options, threads: THREADS })
}

let peakBytes = 0
const watch = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
}, 50)

const folder = mkdtempSync(join(tmpdir(), 'usersig-bench-'))
async function seconds(lines: () => Iterable<string> | AsyncIterable<Uint8Array>): Promise<number> {
  const begin = performance.now()
  await pipeline(lines, createWriteStream(join(folder, 'tickets.csv')))
  return (performance.now() - begin) / 1000
}

console.log(`${TICKETS.toLocaleString('en')} tickets into a file, with 1 thread and with ${THREADS}`)
const ceiling = createCeiling()
const rounds: { one: number; many: number; ratio: number; ceiling: number }[] = []
for (let round = 0; round < ROUNDS; round++) {
  const [one, many] = [await seconds(byOneThread), await seconds(byThreads)]
  const most = await ceiling.measure()
  rounds.push({ one, many, ratio: one / many, ceiling: most })
  const text = `${(one / many).toFixed(2)} times as fast; threads that hand nothing over: ${most.toFixed(2)}`
  console.log(`  ${one.toFixed(2)} s, ${many.toFixed(2)} s: ${text}`)
}
clearInterval(watch)
await ceiling.close()
rmSync(folder, { recursive: true })

const ratio = Math.max(...rounds.map((each) => each.ratio))
console.log(styleText(ratio >= TARGET ? 'green' : 'red', `  best round: ${ratio.toFixed(2)}, target: ${TARGET}`))
console.log(`  peak of the whole process: ${Math.round(peakBytes / 2 ** 20)} MiB`)
const results = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  unit: 'seconds',
  tickets: TICKETS,
  threads: THREADS,
  target: TARGET,
  peakMiB: Math.round(peakBytes / 2 ** 20),
  rounds: rounds.map((round) =>
    Object.fromEntries(Object.entries(round).map(([name, value]) => [name, Number(value.toFixed(3))])),
  ),
}
writeFileSync(new URL('../bulk-results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
console.log('  written to bench/bulk-results.json')
if (ratio < TARGET) process.exitCode = 1
