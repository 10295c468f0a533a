import { expect, test } from 'vitest'
import { APP, ENV, KEY, run, signer, useFolder } from './run.ts'

const file = useFolder()
const ticket = signer.genUserSig('alice')

test.each([
  ['a code', ['70009'], 0, 'signed with another key'],
  ['a negative code', ['-70009'], 0, 'signed with another key'],
  ['a negative code with words', ['-5', 'get', 'ticket', 'failed'], 0, 'The text names -5'],
  ['a hexadecimal code', ['0x4004'], 0, 'causes'],
  ['a constant', ['ERR_SVR_ACCOUNT_USERSIG_EXPIRED'], 0, '70001'],
  ['a sentence in Chinese', ['登录失败，错误码：6206'], 0, '6206'],
  ['a word', ['expired'], 0, 'Codes about "expired"'],
  ['a code of the toolkit', ['bad_signature'], 0, '70009'],
  ['an unknown number', ['12345'], 1, 'The code 12345 is not known'],
  ['an SDKAppID', ['1400123456'], 1, 'no code that is known'],
  ['nonsense', ['hello world, nothing here'], 1, 'no ticket'],
  ['a ticket', [ticket], 0, 'This ticket works.'],
  ['a good ticket of another login', [`sdkAppId: ${APP + 1}, userSig=${ticket}`], 0, 'perhaps not for the login'],
  ['a code beside a good ticket', [`login failed code=70009 userSig=${ticket}`], 0, 'The text names 70009'],
  [
    'an answer that names another user',
    [JSON.stringify({ sdkAppId: APP, userId: 'bob', userSig: ticket })],
    1,
    'not "bob"',
  ],
  ['a page of the quick start', ['login failed: http_502'], 0, 'a proxy or a wrong address'],
  ['a log of a web server', ['GET /static/app.js HTTP/1.1 200 70001'], 1, 'no ticket'],
  ['[object Object]', ['[object Object]'], 1, '[object Object]'],
  ['a log line with a good ticket and a code', [`login failed code=70009 userSig=${ticket}`], 0, '70009'],
])('doctor and explain take %s', async (_name, args, code, text) => {
  for (const command of ['doctor', 'explain']) {
    const said = await run([command, ...args])
    expect([said.code, said.stdout + said.stderr]).toEqual([code, expect.stringContaining(text)])
  }
})

test('a curl line as it is typed, options and all', async () => {
  const url = `https://console.tim.qq.com/v4/im_open_login_svc/account_check?sdkappid=${APP}&identifier=administrator&usersig=${ticket}&contenttype=json`
  const { code, stdout } = await run(['doctor', 'curl', '-X', 'POST', '--data', '{}', url])
  expect([code, stdout]).toEqual([1, expect.stringContaining('"administrator"')])
})

test('a log of megabytes is read as a stream, by pipe and by file', async () => {
  const noise = `${'2026-11-26 12:00:00 I render frame in 16 ms '.repeat(3)}\n`.repeat(60_000)
  const log = `${noise}2026-11-26 12:00:01 E login of alice failed: code 70001 ${signer.genUserSig('bob')}\n${noise}`
  expect(log.length).toBeGreaterThan(10_000_000)
  const piped = await run(['doctor', '--json'], { input: log })
  const expected = { verdict: 'valid', tencentCode: 70001, claims: { userId: 'bob' } }
  expect(JSON.parse(piped.stdout)).toMatchObject(expected)
  const fromFile = await run(['doctor', '--json', '--file', file('app.log', log)])
  expect(JSON.parse(fromFile.stdout)).toMatchObject(expected)
})

test('a file in UTF-16, as PowerShell writes it, and files that are none', async () => {
  const path = file('utf16.log', Buffer.from('\ufeff登录失败 code: 70009\r\n', 'utf16le'))
  expect((await run(['doctor', '--file', path], { env: {} })).stdout).toContain('70009')
  expect((await run(['doctor', '--file', '/'], { env: {} })).stderr).toContain('/ is a folder')
  expect((await run(['doctor', '--file', '/nowhere'], { env: {} })).stderr).toContain('ENOENT')
  expect((await run(['doctor', '70009', '--file', path], { env: {} })).code).toBe(2)
})

test('usersig alone prints its help where nobody can answer', async () => {
  const { code, stderr } = await run([], { env: {} })
  expect([code, stderr]).toEqual([2, expect.stringContaining('Commands:')])
})

test('--json has the verdict, the code and the causes', async () => {
  const { stdout } = await run(['doctor', '--json', ticket, '--user', 'Alice'])
  const { verdict, tencentCode, causes } = JSON.parse(stdout)
  expect([verdict, tencentCode]).toEqual(['invalid', 70013])
  expect(Object.keys(causes[0])).toEqual(['code', 'message', 'action', 'evidence'])
})

test('a report for the public holds the diagnosis, and no ticket, key, UserID or host', async () => {
  const text = `POST https://login.shop.example.com:8443/usersig from 10.1.2.3 userId: "carol" code: 70013 userSig=${ticket} SECRETKEY=${KEY}`
  const { stdout } = await run(['doctor', '--report', text, '--user', 'dave'])
  for (const secret of ['alice', 'carol', 'dave', KEY.slice(0, 16), ticket.slice(20, 50), 'shop', '10.1.2.3']) {
    expect(stdout).not.toContain(secret)
  }
  for (const part of [
    '### usersig report',
    'invalid',
    '70013',
    'SDKAppID 1400000000',
    '`user_mismatch`',
    '<user 1>',
    '<user 2>',
  ]) {
    expect(stdout).toContain(part)
  }
})

test('a report masks hosts and keeps the pages that it names', async () => {
  const { stdout } = await run(['doctor', '--report', 'fetch https://api.acme.io/sig failed: errorcode 70001'], {
    env: {},
  })
  expect(stdout).toContain('70001')
  expect(stdout).not.toContain('acme')
})

test('a doubtful key is a finding, whatever the ticket', async () => {
  const env = { ...ENV, USERSIG_SECRETKEY: `"${KEY}"` }
  const { code, stdout } = await run(['doctor', ticket], { env })
  expect([code, stdout]).toEqual([expect.any(Number), expect.stringContaining('stands in quotes')])
})
