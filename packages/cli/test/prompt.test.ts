import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { APP, BINARY, KEY, signer } from './run.ts'

const SCRIPT = '/usr/bin/script'

/** Runs the program at a terminal of its own, and types an answer to each question. */
async function type(
  command: string,
  answers: readonly (readonly [question: string, answer: string])[],
): Promise<string> {
  const { USERSIG_SDKAPPID: _id, USERSIG_SECRETKEY: _key, ...env } = process.env
  const child = spawn(SCRIPT, ['-qec', `"${process.execPath}" "${BINARY}" ${command}`, '/dev/null'], { env })
  let screen = ''
  const left = [...answers]
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    screen += chunk
    const [next] = left
    if (!next || !screen.includes(next[0])) return
    left.shift()
    child.stdin.write(`${next[1]}\r`)
  })
  await new Promise((resolve) => child.on('close', resolve))
  return screen
}

test.skipIf(!existsSync(SCRIPT))('the key is asked for, and does not show', async () => {
  const screen = await type('sign alice', [
    ['SDKAppID: ', String(APP)],
    ['(hidden): ', KEY],
  ])
  expect(screen).not.toContain(KEY)
  const ticket = /e[AJ][\w*-]{100,}/.exec(screen.replaceAll('\r\n', '\n'))?.[0] ?? ''
  expect(signer.verifyUserSig(ticket).userId).toBe('alice')
})

test.skipIf(!existsSync(SCRIPT))('a call without a ticket at a terminal does not wait', async () => {
  expect(await type('doctor', [])).toContain('There is no ticket.')
})
