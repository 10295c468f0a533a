import { type AppKey, type Diagnosis, diagnose, showDuration } from '@usersig/doctor'
import { CliError, EXIT } from '../exit.ts'
import { type KeyOptions, needKey } from '../input/keys.ts'
import { SAMPLE } from '../input/sample.ts'
import { AnswerError, ask } from '../issuer/ask.ts'
import { fill, type Inputs } from '../issuer/inputs.ts'
import { drawFaults, type Fault, type Result } from '../issuer/report.ts'
import { runCommand } from '../issuer/run-command.ts'
import { printJson, redactAll } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

interface CheckOptions extends KeyOptions {
  readonly command?: string
  readonly url?: string
  readonly timeout: number
  readonly json?: true
}

/** Users and lifetimes that show what each other hides: a lifetime or a user that is fixed in the program. */
const CASES = [
  { userId: 'alice', expire: 86_400 },
  { userId: 'User_42-b', expire: 604_800 },
  { userId: 'a', expire: 3600 },
] as const

/** By so many seconds the time in a ticket may differ from the clock. */
const TOLERANCE = 60

/** Runs a generator on fixed inputs, and says for each ticket what is wrong with it. */
export async function checkIssuer(options: CheckOptions): Promise<void> {
  const { command, url } = options
  if ((command === undefined) === (url === undefined)) throw new CliError(words.check.either)
  const key: AppKey = url === undefined ? SAMPLE : await needKey(options)
  const results: Result[] = []
  for (const { userId, expire } of CASES) {
    const inputs = toInputs(key, userId, expire)
    const output = await run(inputs, options)
    const faults = typeof output === 'string' ? findFaults(output, key, userId, expire) : [output]
    results.push({ userId, expire, faults: redactAll(faults) })
  }
  const wrong = results.filter(({ faults }) => faults.length > 0).length
  process.exitCode = wrong > 0 ? EXIT.invalid : EXIT.ok
  if (options.json) printJson({ right: wrong === 0, results })
  else drawFaults(results)
}

function toInputs({ sdkAppId, secretKey }: AppKey, userId: string, expire: number): Inputs {
  const [first] = [secretKey].flat()
  return { sdkAppId: String(sdkAppId), secretKey: first ?? '', userId, expire: String(expire) }
}

async function run(inputs: Inputs, { command, url, timeout }: CheckOptions): Promise<string | Fault> {
  if (command !== undefined) return await runCommand(command, inputs, timeout)
  const address = fill(String(url), inputs, encodeURIComponent)
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw new CliError(words.watch.notUrl)
  try {
    const { status, body } = await ask(new URL(address), { method: 'GET' }, timeout)
    return status === 200 ? body : { code: 'status', message: words.check.status(status), action: '' }
  } catch (error) {
    if (error instanceof AnswerError) return { code: 'no_answer', message: error.message, action: '' }
    throw error
  }
}

function findFaults(output: string, key: AppKey, userId: string, expire: number): Fault[] {
  const found = diagnose(output, { keys: [key], sdkAppId: key.sdkAppId, userId, expect: 'user_sig', language })
  if (found.verdict === 'none') return [{ code: 'no_ticket', message: words.check.noTicket, action: '' }]
  const faults: Fault[] = found.findings
    .filter(({ severity, code }) => severity === 'error' || (severity === 'warning' && !code.startsWith('key_')))
    .map(({ code, message, action }) => ({ code, message, action }))
  return [...faults, ...findWrongTimes(found, expire)]
}

function findWrongTimes({ claims }: Diagnosis, expire: number): Fault[] {
  if (!claims) return []
  const off = Math.abs(claims.issuedAt - Date.now() / 1000)
  const show = (seconds: number) => showDuration(Math.round(seconds), language)
  const { check } = words
  return [
    ...(claims.expire === expire
      ? []
      : [{ code: 'expire', message: check.expire(show(claims.expire), show(expire)), action: check.expireHint }]),
    ...(off <= TOLERANCE ? [] : [{ code: 'time', message: check.time(show(off)), action: check.timeHint }]),
  ]
}
