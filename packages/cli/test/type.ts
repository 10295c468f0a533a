import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { BINARY } from './run.ts'

/** Gives a program a terminal; a system without it cannot run these tests. */
export const SCRIPT = '/usr/bin/script'

/** Runs the program at a terminal of its own, and types an answer to each question; what is typed ends with Enter. */
export async function type(
  command: string,
  answers: readonly (readonly [question: string, answer: string])[],
  cwd?: string,
): Promise<string> {
  const { USERSIG_SDKAPPID: _id, USERSIG_SECRETKEY: _key, ...env } = process.env
  const child = spawn(SCRIPT, ['-qec', `"${process.execPath}" "${BINARY}" ${command}`, '/dev/null'], { env, cwd })
  let screen = ''
  const left = [...answers]
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    screen += chunk
    const [next] = left
    if (!next || !screen.includes(next[0])) return
    left.shift()
    child.stdin.write(next[1].startsWith('^') ? (CONTROLS[next[1]] as string) : `${next[1]}\r`)
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return `${stripVTControlCharacters(screen)}\nexit code ${code}`
}

const CONTROLS: Record<string, string> = { '^C': '\u0003', '^D': '\u0004' }
