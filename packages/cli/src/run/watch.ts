import { setTimeout as sleep } from 'node:timers/promises'
import { EXIT } from '../exit.ts'
import { readHeader, readUrl } from '../input/http.ts'
import { findKeys, type KeyOptions } from '../input/keys.ts'
import { type Check, checkEndpoint, type Endpoint } from '../issuer/endpoint-checks.ts'
import { out, print, redactAll } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

interface WatchOptions extends KeyOptions {
  readonly origin?: string
  readonly header?: readonly string[]
  readonly times: number
  readonly user?: string
  readonly json?: true
}

/** Seconds from one request to the next: twice as long each time, up to so many. */
const MAX_PAUSE = 60

const MARKS = { good: out.green('✓'), warning: out.yellow('!'), bad: out.red('✗') } as const

/** Asks an endpoint again and again, and says what is wrong with each answer. */
export async function watch(url: string, options: WatchOptions): Promise<void> {
  const endpoint: Endpoint = {
    url: readUrl(url),
    origin: options.origin,
    headers: (options.header ?? []).map(readHeader),
    keys: findKeys(options),
    userId: options.user,
    language,
  }
  let good = 0
  let asked = 0
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  while (asked < options.times && !stop.signal.aborted) {
    asked++
    const checks = redactAll(await checkEndpoint(endpoint))
    const isGood = checks.every(({ severity }) => severity !== 'bad')
    if (isGood) good++
    if (options.json) print(JSON.stringify({ attempt: asked, time: new Date().toISOString(), good: isGood, checks }))
    else print([words.watch.attempt(asked, options.times, endpoint.url.href), ...checks.flatMap(drawCheck)].join('\n'))
    if (asked < options.times) await pause(Math.min(MAX_PAUSE, 2 ** asked), stop.signal, options.json)
  }
  if (!options.json) print(words.watch.summary(good, asked))
  process.exitCode = good === asked ? EXIT.ok : EXIT.invalid
}

async function pause(seconds: number, signal: AbortSignal, json: true | undefined): Promise<void> {
  if (!json) print(out.dim(words.watch.next(seconds)))
  await sleep(seconds * 1000, undefined, { signal }).catch(() => {})
}

function drawCheck({ about, severity, message, action }: Check): string[] {
  const line = `  ${MARKS[severity]} ${words.watch.checks[about]}${words.colon}${message}`
  return action === undefined ? [line] : [line, `    ${out.dim(action)}`]
}
