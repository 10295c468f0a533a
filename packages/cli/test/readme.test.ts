import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BINARY, KEY, run, useFolder } from './run.ts'

const file = useFolder()
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const [, sample = ''] = /^## Ten lines\n\n```sh\n(.*?)^```/ms.exec(readme) ?? []
const [, keys = ''] = /^```json\n(.*?)^```/ms.exec(readme) ?? []

test.skipIf(process.platform === 'win32')('the ten lines run', () => {
  const { status, stdout, stderr } = spawnSync('bash', ['-euc', `usersig() { node "${BINARY}" "$@"; }\n${sample}`], {
    encoding: 'utf8',
  })
  expect([status, sample.split('\n').length]).toEqual([0, 10])
  for (const text of ['Valid.', '"alice"', 'It stands in quotes', 'differ in the case', '70009'])
    expect(stdout).toContain(text)
  expect(stderr).toContain('valid for 1d')
})

test('the key file is one', async () => {
  const { code } = await run(['sign', 'alice', '-a', '1400000000', '-k', file('apps.json', keys)], { env: {} })
  expect([code, keys.includes(KEY)]).toEqual([0, true])
})

test('every command of the program is in the README, and every command of the README is one', async () => {
  const { stdout } = await run(['--help'], { env: {} })
  const commands = [...stdout.matchAll(/^ {2}([a-z|-]+) \[.*\]/gm)].flatMap(([, names = '']) => names.split('|'))
  expect(commands.length).toBeGreaterThan(10)
  for (const command of commands) if (command !== 'help') expect(readme).toContain(`usersig ${command}`)
  for (const [, command] of readme.matchAll(/(?<=`|^)usersig ([a-z-]+)/gm)) expect(commands).toContain(command)
})

test('every option of the README exists', async () => {
  const commands = [
    'doctor',
    'sign',
    'room',
    'verify',
    'bulk',
    'init',
    'serve',
    'demo-login',
    'conform',
    'console',
    'mcp',
  ]
  const helps = await Promise.all(commands.map(async (command) => (await run([command, '--help'], { env: {} })).stdout))
  const options = new Set(helps.join(' ').match(/--[a-z-]+/g))
  const hidden = ['--secret-key', '--global', '--help']
  for (const [option] of readme.matchAll(/--[a-z][a-z-]+/g)) {
    expect([option, hidden.includes(option) || options.has(option)]).toEqual([option, true])
  }
})
