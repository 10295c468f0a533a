import { MAX_ANSWER } from '../limits.ts'
import { words } from '../words/index.ts'
import { startChild } from './child.ts'
import { fill, type Inputs } from './inputs.ts'
import type { Fault } from './score.ts'

/** Longest piece of what a command that failed says itself. */
const MAX_SAID = 300

/**
 * Runs a command once, and returns what it prints. It is the user's own, and so are the values in its line: these have
 * no character that a shell reads.
 */
export async function runCommand(line: string, inputs: Inputs, timeout: number): Promise<string | Fault> {
  const { sdkAppId, secretKey, userId, expire } = inputs
  const child = startChild(fill(line, inputs, String), {
    USERSIG_SDKAPPID: String(sdkAppId),
    USERSIG_SECRETKEY: secretKey,
    USERSIG_USERID: userId,
    USERSIG_EXPIRE: String(expire),
  })
  child.stdin.end()
  let fault: Fault | undefined
  const giveUp = (code: string, message: string) => {
    fault ??= { code, message, action: '' }
    child.end()
  }
  const timer = setTimeout(() => giveUp('no_answer', words.conform.noAnswer(timeout)), timeout * 1000)
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk
      if (texts[name].length > MAX_ANSWER) giveUp('too_long', words.conform.tooLong)
    })
  }
  const code = await child.ended
  clearTimeout(timer)
  if (fault) return fault
  if (code === '0') return texts.stdout
  const said = texts.stderr.trim().slice(-MAX_SAID)
  return { code: 'failed', message: words.conform.failed(code), action: said && `${words.conform.printed} ${said}` }
}
