import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { APP, KEY, signer } from './run.ts'
import { SCRIPT, type } from './type.ts'

test.skipIf(!existsSync(SCRIPT))('the key is asked for, and does not show', async () => {
  const screen = await type('sign alice', [
    ['SDKAppID: ', String(APP)],
    ['(hidden): ', KEY],
  ])
  expect(screen).not.toContain(KEY)
  const ticket = /e[AJ][\w*-]{100,}/.exec(screen.replaceAll('\r\n', '\n'))?.[0] ?? ''
  expect(signer.verifyUserSig(ticket).userId).toBe('alice')
})

test.skipIf(!existsSync(SCRIPT))('doctor --online asks for a yes, and sends nothing without', async () => {
  for (const answer of ['n', '']) {
    const command = `doctor --online --api-host http://127.0.0.1:1 -a ${APP} --secret-key ${KEY}`
    const screen = await type(command, [['[y/N]', answer]])
    expect(screen).toContain('Nothing was sent.')
    expect(screen).toContain('exit code 2')
  }
})

test.skipIf(!existsSync(SCRIPT)).each([
  ['^C', [['SDKAppID: ', '^C']], 'Nothing was entered.'],
  ['^D', [['SDKAppID: ', '^D']], 'Nothing was entered.'],
  ['Enter', [['SDKAppID: ', '']], 'Nothing was entered.'],
  ['words', [['SDKAppID: ', 'mine']], 'is a number from 1'],
  [
    '^C, hidden',
    [
      ['SDKAppID: ', '1'],
      ['(hidden): ', '^C'],
    ],
    'Nothing was entered.',
  ],
  [
    '^D, hidden',
    [
      ['SDKAppID: ', '1'],
      ['(hidden): ', '^D'],
    ],
    'Nothing was entered.',
  ],
  [
    'Enter, hidden',
    [
      ['SDKAppID: ', '1'],
      ['(hidden): ', ''],
    ],
    'Nothing was entered.',
  ],
] as [string, [string, string][], string][])('%s in place of an answer', async (_name, answers, text) => {
  const screen = await type('sign alice', answers)
  expect(screen).toMatch(new RegExp(`[\\r\\n]error: .*${text}`))
  expect(screen).toContain('exit code 2')
  expect(screen).not.toContain('    at ')
})

test.skipIf(!existsSync(SCRIPT))('a call without a ticket at a terminal does not wait', async () => {
  expect(await type('verify', [])).toContain('There is no ticket.')
})

test.skipIf(!existsSync(SCRIPT)).each(['', 'doctor', 'explain'])(
  'usersig %s asks what there is, and takes it until an empty line',
  async (command) => {
    const screen = await type(command, [['What do you have?', 'login failed, code: 70009\r\r']])
    expect(screen).toContain('signed with another key')
    expect(screen).toContain('exit code 0')
  },
)

test.skipIf(!existsSync(SCRIPT))('it asks in Chinese, and says when nothing came', async () => {
  expect(await type('--lang zh', [['您手上有什么？', '^D']])).toContain('没有可以诊断的内容')
})
