import { diagnose } from '@usersig/doctor'
import { inputs as refused } from '@usersig/vectors'
import { CliError } from '../exit.ts'
import { SAMPLE } from '../input/sample.ts'
import { AnswerError, ask } from '../issuer/ask.ts'
import { quoted } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { fill, type Inputs, nameOfInput, namesInputs } from './inputs.ts'
import { runCommand } from './run-command.ts'
import type { Fault, Outcome, Trial } from './score.ts'
import { findFaults } from './ticket-faults.ts'

/** Users and lifetimes that show what each other hides: a lifetime or a user that is fixed in the program. */
const CASES = [
  { userId: 'alice', expire: 86_400 },
  { userId: 'User_42-b', expire: 604_800 },
  { userId: 'a', expire: 3600 },
  { userId: 'user-0001_test', expire: 15_552_000 },
] as const

const nameOf = ({ userId, expire }: Inputs) => `${quoted(userId)}, ${expire}`

/** What a command is tried with that is started for each ticket. */
export function trialsOfCommand(line: string, timeout: number): Trial[] {
  const run = runUntilItHangs(line, timeout)
  const sign = CASES.map((each): Trial => {
    const inputs = { ...SAMPLE, ...each }
    return {
      group: 'signUserSig',
      name: nameOf(inputs),
      run: async () => judge(await run(inputs), inputs),
    }
  })
  const refuse = refused.map((vector): Trial => {
    const fits = !vector.userId.includes('\0') && (!namesInputs(line) || isPlain(vector))
    return {
      group: 'refuseInputs',
      name: nameOfInput(vector.case),
      run: async () => (fits ? judgeRefusal(await run(vector)) : 'skipped'),
    }
  })
  return [...sign, ...refuse]
}

/** A program that does not answer is not asked again and again. */
function runUntilItHangs(line: string, timeout: number): (inputs: Inputs) => Promise<string | Fault> {
  let hung: Fault | undefined
  return async (inputs) => {
    if (hung) return hung
    const output = await runCommand(line, inputs, timeout)
    if (typeof output !== 'string' && output.code === 'no_answer') hung = output
    return output
  }
}

/** What an address is tried with that gets its inputs in the query. */
export function trialsOfAddress(url: string, key: Pick<Inputs, 'sdkAppId' | 'secretKey'>, timeout: number): Trial[] {
  return CASES.map((each): Trial => {
    const inputs = { ...key, ...each }
    return {
      group: 'signUserSig',
      name: nameOf(inputs),
      run: async () => judge(await get(url, inputs, timeout), inputs),
    }
  })
}

/** A shell reads none of these, and drops none. */
const isPlain = ({ secretKey, userId }: Inputs) => /^[\w.@-]+$/.test(userId) && /^\w+$/.test(secretKey)

function judge(output: string | Fault, inputs: Inputs): Outcome {
  if (typeof output !== 'string') return output
  return findFaults(output, inputs)[0] ?? 'passed'
}

function judgeRefusal(output: string | Fault): Outcome {
  if (typeof output !== 'string') return output.code === 'failed' ? 'passed' : output
  if (diagnose(output).verdict === 'none') return 'passed'
  return { code: 'signed', message: words.conform.signed, action: words.conform.signedHint }
}

async function get(url: string, inputs: Inputs, timeout: number): Promise<string | Fault> {
  const address = fill(url, inputs, encodeURIComponent)
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw new CliError(words.watch.notUrl)
  try {
    const { status, body } = await ask(new URL(address), { method: 'GET' }, timeout)
    return status === 200 ? body : { code: 'status', message: words.conform.status(status), action: '' }
  } catch (error) {
    if (error instanceof AnswerError) return { code: 'no_answer', message: error.message, action: '' }
    throw error
  }
}
