import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { bars, beyondBounds, ticketReport } from './report.ts'
import { fuzzRequests } from './requests/run.ts'
import { ADAPTERS, type AdapterName } from './requests/servers.ts'
import type { Progress } from './tickets/run.ts'
import { fuzzTicketsWatched } from './tickets/watched.ts'

const USAGE = `npm run fuzz -- [--seconds N] [--seed S] [--case C] [--requests ADAPTER]

  --seconds   how long to mutate tickets, and after that as long again requests; 60 unless given
  --seed      the seed; by chance unless given
  --case      runs this one case, as a failure names it
  --requests  only requests, to one adapter: ${ADAPTERS.join(', ')}`

const { values } = readArguments()
const seed = wholeNumber('seed', values.seed) ?? randomInt(2 ** 31)
const seconds = wholeNumber('seconds', values.seconds) ?? 60
const caseNumber = wholeNumber('case', values.case)
const { requests } = values
if (requests !== undefined && !isAdapter(requests)) stop(`there is no adapter "${requests}"`)

try {
  if (requests === undefined) await tickets()
  if (requests !== undefined || caseNumber === undefined) await wholeRequests(requests ? [requests] : ADAPTERS)
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  process.exitCode = 1
}

async function tickets(): Promise<void> {
  console.log(`tickets, seed ${seed}`)
  const extent = caseNumber === undefined ? { seconds } : { from: caseNumber, cases: 1 }
  const result = await fuzzTicketsWatched({ seed, ...extent, onProgress: showProgress })
  showProgress(result)
  console.log(`\n${ticketReport(result, seed)}`)
  const beyond = beyondBounds(result)
  if (beyond.length > 0) throw new Error(`beyond the bounds:\n${beyond.join('\n')}`)
}

async function wholeRequests(adapters: readonly AdapterName[]): Promise<void> {
  for (const adapter of adapters) {
    const extent = caseNumber === undefined ? { seconds: seconds / adapters.length } : { from: caseNumber, cases: 1 }
    const result = await fuzzRequests({ adapter, seed, ...extent })
    console.log(`\n${adapter}: ${result.cases.toLocaleString('en')} requests, and as many good ones behind them`)
    console.log(bars(result.outcomes))
  }
}

function showProgress({ cases, seconds: elapsed, outcomes }: Progress): void {
  const accepted = outcomes['accepted'] ?? 0
  const rate = Math.round(cases / Math.max(elapsed, 0.001))
  const codes = Object.entries(outcomes)
    .filter(([code]) => code !== 'accepted')
    .map(([code, count]) => `${code} ${count}`)
  const line = `${cases} cases, ${rate}/s, accepted ${accepted}, ${codes.join(', ')}`
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
  else if (Math.round(elapsed) % 10 === 0) process.stderr.write(`${line}\n`)
}

function readArguments() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { seconds: text, seed: text, case: text, requests: text } })
  } catch (error) {
    return stop((error as Error).message)
  }
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value !== undefined && !/^\d{1,10}$/.test(value)) stop(`--${name} is "${value}", but must be a whole number`)
  return value === undefined ? undefined : Number(value)
}

function isAdapter(name: string): name is AdapterName {
  return (ADAPTERS as readonly string[]).includes(name)
}

function stop(why: string): never {
  console.error(`${why}\n\n${USAGE}`)
  process.exit(2)
}
