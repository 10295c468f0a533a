import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { BINARY, run, useFolder } from './run.ts'

const file = useFolder()
const bash = '/bin/bash'

/** What bash offers behind words that are typed, without the package bash-completion. */
function offer(...words: string[]): string[] {
  const script = `
    usersig() { "${process.execPath}" "${BINARY}" "$@"; }
    source <(usersig complete bash)
    source <(usersig complete bash)
    COMP_WORDS=(usersig "$@") COMP_CWORD=$#
    _usersig
    printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = spawnSync(bash, ['-c', script, 'bash', ...words], { encoding: 'utf8' })
  // Outside of a completion bash has nothing to switch off; its message about that is left out by the script itself.
  expect(stderr).toBe('')
  return stdout.trim().split('\n')
}

test.skipIf(!existsSync(bash))('bash offers commands, options and values', () => {
  expect(offer('do')).toEqual(['doctor'])
  expect(offer('doctor', '--ex')).toEqual(['--expect'])
  expect(offer('doctor', '--expect', '')).toEqual(['user_sig', 'private_map_key'])
  expect(offer('room', 'alice', '--as', 'a')).toEqual(['all', 'anchor', 'audience'])
  expect(offer('explain', '7005')).toEqual(['70050', '70051'])
})

test.skipIf(!existsSync(bash))('bash evaluates nothing that stands on the line', () => {
  const folder = dirname(file('anything', ''))
  offer('sign', `$(touch ${folder}/evaluated)`, '--e')
  expect(existsSync(`${folder}/evaluated`)).toBe(false)
})

test.each([
  [['bulk', '']],
  [['bulk', 'users.csv', '--output', '']],
  [['sign', 'alice', '--key-file', '']],
  [['doctor', '-k', 'ap']],
])('%j is left to the shell, which offers files', async (words) => {
  const { code, stdout } = await run(['complete', '--', ...words], { env: {} })
  expect([code, stdout]).toEqual([0, ':0\n'])
})

test('where a ticket is expected, no files are offered', async () => {
  expect((await run(['complete', '--', 'doctor', ''], { env: {} })).stdout).toBe(':4\n')
})

test.each(['bash', 'zsh', 'fish', 'powershell'])('%s has a script', async (shell) => {
  const { code, stdout } = await run(['complete', shell], { env: {} })
  expect([code, stdout]).toEqual([0, expect.stringContaining('usersig complete')])
})

test('zsh starts its completion system if nobody else did', async () => {
  const { stdout } = await run(['complete', 'zsh'], { env: {} })
  expect(stdout.startsWith('#compdef usersig\n(( $+functions[compdef] )) || {')).toBe(true)
})
