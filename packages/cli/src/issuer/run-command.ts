import { spawn } from 'node:child_process'
import { MAX_ANSWER } from '../limits.ts'
import { words } from '../words/index.ts'
import { fill, type Inputs } from './inputs.ts'
import type { Fault } from './report.ts'

/** Longest piece of what a command that failed says itself. */
const MAX_SAID = 300

/**
 * Runs a command as a shell does, and returns what it prints. It is the user's own, and so are the values in it: these have
 * no character that a shell reads.
 */
export async function runCommand(line: string, inputs: Inputs, timeout: number): Promise<string | Fault> {
  const { sdkAppId, secretKey, userId, expire } = inputs
  const env = {
    ...process.env,
    USERSIG_SDKAPPID: sdkAppId,
    USERSIG_SECRETKEY: secretKey,
    USERSIG_USERID: userId,
    USERSIG_EXPIRE: expire,
  }
  const isWindows = process.platform === 'win32'
  // A group of its own, so that all of it can be ended.
  const child = spawn(fill(line, inputs, String), {
    shell: true,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !isWindows,
  })
  const end = () => {
    if (isWindows || child.pid === undefined) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  }
  let fault: Fault | undefined
  const giveUp = (code: string, message: string) => {
    fault ??= { code, message, action: '' }
    end()
  }
  const timer = setTimeout(() => giveUp('no_answer', words.check.noAnswer(timeout)), timeout * 1000)
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk
      if (texts[name].length > MAX_ANSWER) giveUp('too_long', words.check.tooLong)
    })
  }
  const code = await new Promise((resolve) => {
    child.on('close', resolve).on('error', ({ message }) => resolve(message))
  })
  clearTimeout(timer)
  if (fault) return fault
  if (code === 0) return texts.stdout
  const said = texts.stderr.trim().slice(-MAX_SAID)
  return { code: 'failed', message: words.check.failed(String(code)), action: said && `${words.check.printed} ${said}` }
}
