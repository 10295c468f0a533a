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
  expect(offer('doctor', '7005')).toEqual(['70050', '70051', '70052'])
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

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

/** What zsh offers behind words that are typed: values, or `files`. */
function offerInZsh(...words: string[]): string[] {
  const script = `
    usersig() { "${process.execPath}" "${BINARY}" "$@"; }
    compdef() { :; }
    compset() { PREFIX=; }
    _describe() { printf '%s\\n' "\${(@P)4}"; }
    _files() { echo files; }
    source <(usersig complete zsh)
    words=(usersig "$@") CURRENT=$#words PREFIX=$words[-1]
    _usersig`
  const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', script, 'zsh', ...words], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.trim().split('\n')
}

test.skipIf(!has('zsh'))('zsh offers commands, options, values and files', () => {
  expect(offerInZsh('do')).toEqual([expect.stringMatching(/^doctor:find out/)])
  expect(offerInZsh('doctor', '--expect', '')).toEqual(['user_sig:', 'private_map_key:'])
  expect(offerInZsh('doctor', '--expect=u')).toEqual(['user_sig:'])
  expect(offerInZsh('bulk', '')).toEqual(['files'])
  expect(offerInZsh('doctor', '--key-file=a')).toEqual(['files'])
  expect(offerInZsh('inspect', '')).toEqual([''])
})

/** A line as it is typed into a fresh zsh, with a tabulator behind it, and what is shown until the pattern fits. */
function typeInZsh(line: string, pattern: string): string {
  const home = dirname(file('anything', ''))
  const script = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    send() { zpty -w shell "$1"; }
    send 'PS1="> "; usersig() { "${process.execPath}" "${BINARY}" "$@"; }; compaudit() { :; }'
    send 'source <(usersig complete zsh); zstyle ":completion:*" menu no; echo rea""dy'
    zpty -r shell seen '*ready*'
    zpty -w -n shell "$1"$'\\t'
    zpty -w shell ' ; echo do""ne'
    zpty -r shell seen "$2"
    print -r -- "$seen"
    zpty -d shell`
  const { stdout } = spawnSync('zsh', ['-f', '-c', script, 'zsh', line, pattern], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, ZDOTDIR: home, TERM: 'dumb' },
  })
  return stdout
}

test.skipIf(!has('zsh'))(
  'a real zsh completes, and evaluates nothing that stands on the line',
  () => {
    const folder = dirname(file('anything', ''))
    expect(typeInZsh('usersig doct', '*doctor*')).toContain('usersig doctor')
    for (const [index, flag] of ['--user', '--expect'].entries()) {
      const path = `${folder}/evaluated${index}`
      // The colon keeps the line itself from running anything when it is sent.
      typeInZsh(`: ; usersig doctor '${flag}=$(>${path})=`, '*done*')
      expect(existsSync(path)).toBe(false)
    }
  },
  60_000,
)

test.skipIf(!has('fish'))(
  'fish offers values, and evaluates nothing that stands on the line',
  () => {
    const folder = dirname(file('anything', ''))
    const script = `
    function usersig; "${process.execPath}" "${BINARY}" $argv; end
    usersig complete fish | source
    complete -C 'usersig doct'
    complete -C "usersig doctor '--user=\\$(touch ${folder}/fish1)="
    complete -C "usersig doctor '--expect=(touch ${folder}/fish2)=' "
    complete -C "usersig sign '(touch ${folder}/fish3)' --e"`
    const { stdout } = spawnSync('fish', ['--no-config', '-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: folder },
    })
    expect(stdout).toContain('doctor\tfind out')
    for (const name of ['fish1', 'fish2', 'fish3']) expect(existsSync(`${folder}/${name}`)).toBe(false)
  },
  30_000,
)

test.each(['bash', 'zsh', 'fish', 'powershell'])('the script of %s evaluates no text', async (shell) => {
  const { stdout } = await run(['complete', shell], { env: {} })
  expect(stdout.replace(/^\s*#.*$/gm, '')).not.toMatch(/\beval\b|Invoke-Expression/)
})
