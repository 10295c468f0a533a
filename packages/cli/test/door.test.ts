import { expect, test } from 'vitest'
import { APP, ENV, KEY, run, signer } from './run.ts'

const ticket = signer.genUserSig('alice')
const OTHER_KEY = KEY.replace('5bd2', '6ce3')

test.each([
  ['sgin', 'sign'],
  ['sing', 'sign'],
  ['docter', 'doctor'],
  ['veryfy', 'verify'],
  ['inspct', 'inspect'],
])('a bare word near a command is a slip: usersig %s', async (word, meant) => {
  for (const args of [[word], [word, 'alice']]) {
    const { code, stderr } = await run(args)
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Did you mean ${meant}?`)])
    expect(stderr).toContain('unknown command')
  }
})

test.each([
  ['a code', ['70009'], 'signed with another key', 0],
  ['a negative code', ['-100018'], '-100018', 0],
  ['a message', ['login failed, code: 6206'], 'The text names 6206', 0],
  ['a message in several words', ['login', 'failed,', 'code:', '6206'], 'The text names 6206', 0],
  ['a ticket', [ticket], 'This ticket works.', 0],
  ['a word', ['expired'], 'Codes about "expired"', 0],
  ['a code after the language', ['--lang', 'en', '70009'], 'signed with another key', 0],
])('free text without a command is for the doctor: %s', async (_name, args, text, code) => {
  const said = await run(args)
  expect([said.code, said.stdout]).toEqual([code, expect.stringContaining(text)])
})

test.each([
  ['a message', 'login failed, code 70009'],
  ['a code', '70009'],
  ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl'],
  ['nothing known', 'hello'],
])('verify says of %s that it is no ticket, and where to go', async (_name, text) => {
  for (const lang of ['en', 'zh']) {
    const { code, stderr } = await run(['verify', text, '--lang', lang])
    expect(code).toBe(1)
    expect(stderr).toContain(lang === 'en' ? 'not a ticket' : '不是票据')
    expect(stderr).toContain('usersig doctor')
    expect(stderr).not.toMatch(/base64|malformed/)
  }
  const { stdout } = await run(['verify', text, '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ valid: false, code: 'malformed' })
})

/** A ticket with one character changed, at each of many places. */
const changed = Array.from({ length: 24 }, (_, i) => {
  const at = 4 + i * 7
  return ticket.slice(0, at) + (ticket[at] === 'Q' ? 'R' : 'Q') + ticket.slice(at + 1)
})

test('one changed character is told in plain words, and by everybody in the same', async () => {
  for (const spoiled of changed.filter((each) => each !== ticket).slice(0, 8)) {
    const doctor = await run(['doctor', spoiled])
    expect(doctor.stdout).not.toContain('not a ticket')
    const verify = await run(['verify', spoiled])
    expect([verify.code, verify.stderr]).toEqual([1, expect.not.stringMatching(/beginning|distance|block|code length/)])
    if (verify.stderr.includes('malformed')) expect(verify.stderr).toContain('Characters of it were changed')
  }
})

test.each([
  [['doctor', 'TUILogin failed, code 79999']],
  [['doctor', '79999']],
  [['doctor', 'login failed… code 79999', '--lang', 'zh']],
])('a code that nobody knows is said to be unknown: %j', async (args) => {
  const { code, stdout } = await run(args)
  expect([code, stdout]).toEqual([1, expect.stringMatching(/The code 79999 is not known|错误码 79999/)])
  expect(stdout).not.toMatch(/79999[：:]\s*$/m)
  expect(stdout).not.toMatch(/not a ticket|SDKAppID/)
})

test.each([
  [['doctor', '70009']],
  [['doctor', 'login failed, code: 70009']],
  [['doctor', 'login failed']],
  [['doctor', '79999']],
  [['doctor', 'expired']],
  [['doctor', 'expire']],
  [['doctor', ticket]],
  [['doctor', `code=70003 userSig=${ticket}`]],
  [['doctor', ticket.slice(0, 90)]],
  [['codes']],
  [['codes', 'room']],
  [['doctor', '70009', '--report']],
  [['doctor', ticket, '--report', '--user', 'Alice']],
  [['verify', ticket]],
  [['inspect', ticket]],
  [['--help']],
  [['doctor', '--help']],
])('no two blank lines, none at the beginning or the end: %j', async (args) => {
  for (const lang of ['en', 'zh']) {
    const { stdout } = await run([...args, '--lang', lang])
    expect(stdout).not.toMatch(/\n\s*\n\s*\n|^\n|\n\n$/)
  }
})

test('a whole ticket and a code that does not fit: one diagnosis comes first', async () => {
  const env = { ...ENV, USERSIG_SECRETKEY: OTHER_KEY, USERSIG_SDKAPPID: String(APP) }
  const { stdout } = await run(['doctor', `login userSig: ${ticket}, code: 70003`], { env })
  expect(stdout).toContain('this ticket would be answered with 70009')
  expect(stdout).toContain('70003, which does not fit')
  expect(stdout).toContain('Tencent would answer 70009')
  expect(stdout).not.toContain('Tencent would answer 70003')
  expect(stdout).not.toContain('the most likely first')
})

test('a ticket behind a name in a log was not copied out of a URL', async () => {
  const { stdout } = await run(['doctor', `10:00:00 login userID=alice usersig=${ticket}`])
  expect(stdout).not.toContain('&')
  const url = await run(['doctor', `https://example.com/login?sdkappid=1&usersig=${ticket}&a=1`])
  expect(url.stdout).toContain('"&"')
})

test.each([
  [['sign', ''], /UserID/],
  [['sign', 'a'.repeat(20) + 'é'.repeat(20)], /60[^0-9]+32/],
  [['room', 'alice', '--room', '0'], /0[^0-9]+1[^0-9]+4294967294/],
  [['room', 'alice', '--room', '5000000000'], /5000000000/],
  [['room', 'alice', '--str-room', 'a/b'], /"a\/b".*"\/"/],
  [['room', 'alice', '--room', '5', '--as', 'enterRom'], /"enterRom"/],
  [['verify', ticket, '--user', 'bob'], /"alice".*"bob"/],
  [['verify', ticket, '--room', '7'], /UserSig/],
  [['sign', 'undefined'], /"undefined"/],
])('the Chinese for %j names the value that is wrong', async (args, value) => {
  const { code, stderr } = await run([...args, '--lang', 'zh'])
  expect(code).toBeGreaterThan(0)
  expect(stderr).toMatch(value)
  expect(stderr).toMatch(/[\u4e00-\u9fff]/)
  expect(stderr).not.toMatch(/\b(is|has|not|but|must|holds|which)\b/)
})

test('inspect --json speaks the language of the call', async () => {
  for (const text of [ticket.slice(0, 90), ...changed.slice(0, 3)]) {
    const { stdout } = await run(['inspect', '--json', text, '--lang', 'zh'])
    const { error } = JSON.parse(stdout)
    expect([error.code, error.message]).toEqual(['malformed', expect.stringMatching(/[\u4e00-\u9fff]/)])
    expect(error.message).not.toMatch(/\b(the|is|of)\b/)
  }
})
