import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { redact, wrap } from '../src/output/terminal.ts'
import { BINARY, ENV, KEY, signer, useFolder } from './run.ts'

const file = useFolder()
const SCRIPT = '/usr/bin/script'
const ticket = signer.genUserSig('alice')
const key = signer.genPrivateMapKey('alice', { roomId: 10000 })

test('lines break between words, below what stands before them', () => {
  expect(wrap('one two three', 8)).toBe('one two\nthree')
  expect(wrap('  ✗ one two three', 11)).toBe('  ✗ one two\n    three')
  expect(wrap('  rights  one two three', 20)).toBe('  rights  one two\n          three')
  expect(wrap('short\none two', 7)).toBe('short\none two')
  expect(wrap('one two three', undefined)).toBe('one two three')
  expect(wrap(`${'x'.repeat(20)} y`, 10)).toBe(`${'x'.repeat(20)}\ny`)
})

test('colours take no room', () => {
  expect(wrap('\u001b[32mone\u001b[39m two', 7)).toBe('\u001b[32mone\u001b[39m two')
})

test('keys and tickets are taken out, UserIDs and paths are not', () => {
  const text = `option '--x=${KEY}' and "${ticket}" of user_0123456789_0123456789_0123456789 in /home/alice/projects/apps.json`
  expect(redact(text)).toBe(
    'option \'--x=…\' and "…" of user_0123456789_0123456789_0123456789 in /home/alice/projects/apps.json',
  )
})

/** What a command shows at a terminal of so many columns, by lines and by what overwrites them. */
function show(columns: number, command: string): string[] {
  const script = `stty cols ${columns}; "${process.execPath}" "${BINARY}" ${command}`
  const { stdout } = spawnSync(SCRIPT, ['-qec', script, '/dev/null'], {
    encoding: 'utf8',
    env: { ...process.env, ...ENV },
  })
  return stripVTControlCharacters(stdout).split(/[\r\n]+/)
}

test
  .skipIf(!existsSync(SCRIPT))
  .each([
    `inspect ${ticket}`,
    `inspect ${key}`,
    `verify ${key} --room 10000`,
    `doctor "'${key}'" --user Alice --room 7`,
    'explain 70050',
    'room --help',
  ])('nothing is too wide for 60 columns: %#', (command) => {
  const lines = show(60, command)
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60)
})

test.skipIf(!existsSync(SCRIPT)).each([80, 60, 40])(
  'the progress of bulk stays on one line of %i columns',
  (columns) => {
    const path = file('many.csv', `userId\n${Array.from({ length: 100_000 }, (_, i) => `user_${i}`).join('\n')}\n`)
    const lines = show(columns, `bulk "${path}" > /dev/null`).filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line.length).toBeLessThan(columns)
    expect(lines.at(-1)).toContain('100,000 users')
  },
)

test.skipIf(!existsSync(SCRIPT))('an error begins its own line', () => {
  const users = Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? 'x'.repeat(33) : `user_${i}`))
  const lines = show(80, `bulk "${file('late.csv', `userId\n${users.join('\n')}\n`)}" > /dev/null`)
  expect(lines.some((line) => line.startsWith('error: Line 100001: '))).toBe(true)
})
