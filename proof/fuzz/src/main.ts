import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { bars, beyondBounds, comparisonReport, progressLine, ticketReport } from './report.ts'
import { fuzzRequests } from './requests/run.ts'
import { ADAPTERS, type AdapterName } from './requests/servers.ts'
import { isOther } from './tickets/core.ts'
import type { TallyResult } from './tickets/tally.ts'
import { fuzzTicketsWatched } from './tickets/watched.ts'

const USAGE = `npm run fuzz -- [--seconds N | --cases N] [--seed S] [--threads N] [--against OTHER]
npm run fuzz -- --seed S --case C [--against OTHER]
npm run fuzz -- --requests ADAPTER [--seconds N] [--seed S] [--case C]

  --seconds   how long to mutate tickets, and after that as long again requests; 60 unless given
  --cases     how many tickets to mutate in place of that, and no requests
  --seed      the seed; by chance unless given
  --case      runs this one case, as a failure names it
  --threads   how many threads share the tickets; 1 unless given, with --against as many as the machine has cores
  --against   gives each ticket to another way to verify, too, and stops where the two do not agree on outcome, message
              or claims: the file of another build of @usersig/core
  --requests  only requests, to one adapter: ${ADAPTERS.join(', ')}`

const { values } = readArguments()
const seed = wholeNumber('seed', values.seed) ?? randomInt(2 ** 31)
const cases = wholeNumber('cases', values.cases)
const seconds = wholeNumber('seconds', values.seconds) ?? 60
const caseNumber = wholeNumber('case', values.case)
const { requests, against } = values
const threads = wholeNumber('threads', values.threads) || (against === undefined ? 1 : availableParallelism())
if (against !== undefined && !isOther(against)) stop(`--against is "${against}", which is not a file`)
if (requests !== undefined && !isAdapter(requests)) stop(`there is no adapter "${requests}"`)

try {
  if (requests === undefined) await tickets()
  if (requests !== undefined) await wholeRequests([requests])
  else if (caseNumber === undefined && cases === undefined && against === undefined) await wholeRequests(ADAPTERS)
} catch (error) {
  console.error(`\n${(error as Error).message}`)
  process.exitCode = 1
}

async function tickets(): Promise<void> {
  console.log(`tickets, seed ${seed}${against === undefined ? '' : `, against ${against}`}`)
  const onProgress = createProgress()
  const extent =
    caseNumber === undefined
      ? { threads, ...(cases === undefined ? { seconds } : { cases }) }
      : { threads: 1, from: caseNumber, cases: 1 }
  const result = await fuzzTicketsWatched({ seed, ...extent, against, onProgress })
  if (against !== undefined) {
    console.log(`\n${comparisonReport(result, seed)}`)
    return
  }
  console.log(`\n${ticketReport(result, seed)}`)
  const beyond = beyondBounds(result)
  if (beyond.length > 0) throw new Error(`beyond the bounds:\n${beyond.join('\n')}`)
}

async function wholeRequests(adapters: readonly AdapterName[]): Promise<void> {
  for (const adapter of adapters) {
    const extent = caseNumber === undefined ? { seconds: seconds / adapters.length } : { from: caseNumber, cases: 1 }
    const result = await fuzzRequests({ adapter, seed, ...extent })
    console.log(`\n${adapter}: ${result.cases.toLocaleString('en')} requests, and as many good ones after them`)
    console.log(bars(result.outcomes))
  }
}

/** One line that changes on a terminal; elsewhere a line every ten seconds. */
function createProgress(): (progress: TallyResult) => void {
  let next = 10
  return (progress) => {
    const line = progressLine(progress)
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    else if (progress.seconds >= next) {
      next += 10
      process.stderr.write(`${line}\n`)
    }
  }
}

function readArguments() {
  const text = { type: 'string' } as const
  const options = { seconds: text, cases: text, seed: text, case: text, threads: text, against: text, requests: text }
  try {
    return parseArgs({ options })
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
