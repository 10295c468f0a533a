import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { packDocument } from '@usersig/doctor'
import { expect, test } from 'vitest'
import { APP, BINARY, ENV, KEY, run, signer, useFolder } from './run.ts'

const file = useFolder()
const ticket = signer.genUserSig('alice')
const key = signer.genPrivateMapKey('alice', { roomId: 10000, privileges: 'audience' })

test('verify: a valid ticket, by argument or pipe', async () => {
  const valid = await run(['verify', ticket, '--user', 'alice'])
  expect([valid.code, valid.stdout]).toEqual([0, expect.stringContaining('Valid.')])
  const piped = await run(['verify', '--json'], { input: `${ticket}\n` })
  expect(JSON.parse(piped.stdout)).toMatchObject({ valid: true, claims: { userId: 'alice', sdkAppId: APP } })
  const room = await run(['verify', key, '--room', '10000'])
  expect([room.code, room.stdout]).toEqual([0, expect.stringContaining('enterRoom, receiveAudio, receiveVideo (42)')])
  // One table: all values begin in one column.
  const starts = room.stdout
    .split('\n')
    .slice(1, -1)
    .map((line) => / {2,}\S+(?: until)? {2,}/.exec(line)?.[0].length)
  expect(new Set(starts).size).toBe(1)
  expect((await run(['verify', key, '--private-map-key'])).code).toBe(0)
})

test('verify: one that is not, and why', async () => {
  const wrong = await run(['verify', ticket, '--user', 'bob'])
  expect([wrong.code, wrong.stdout]).toEqual([1, ''])
  expect(wrong.stderr).toContain('user_mismatch, 70013')
  const json = await run(['verify', `"${ticket}"`, '--json'])
  expect([json.code, JSON.parse(json.stdout)]).toEqual([
    1,
    expect.objectContaining({ valid: false, code: 'malformed' }),
  ])
  expect((await run(['verify', key])).stderr).toContain('unexpected_user_buf')
  expect((await run(['verify', ticket, '--room', '1'])).stderr).toContain('not_a_private_map_key')
})

test('inspect needs no key, and shows no signature', async () => {
  const { code, stdout } = await run(['inspect', key], { env: {} })
  expect(code).toBe(0)
  for (const text of [
    'ticket',
    'zlib',
    'JSON',
    'signed',
    '"alice"',
    '1400000000',
    '10000 (a number)',
    `${key.length} characters`,
    'TLS.userbuf     28 bytes',
    '32 bytes of HMAC-SHA256',
  ]) {
    expect(stdout).toContain(text)
  }
  for (const start of [0, 60, key.length - 30]) expect(stdout).not.toContain(key.slice(start, start + 30))
})

test('inspect --json gives every place of every field', async () => {
  const { stdout } = await run(['inspect', '--json'], { env: {}, input: ticket })
  const { fields, claims, content } = JSON.parse(stdout)
  expect(claims.userId).toBe('alice')
  const [field] = fields.filter(({ name }: { name: string }) => name === 'TLS.identifier')
  expect(content.slice(field.content.start, field.content.end)).toBe('TLS.identifier:alice')
})

test('inspect does not take a signature of ECDSA for one of HMAC', async () => {
  const old = {
    'TLS.identifier': 'alice',
    'TLS.version': '201512300000',
    'TLS.sig': Buffer.alloc(70).toString('base64'),
  }
  const { code, stdout } = await run(['inspect', packDocument(JSON.stringify(old))], { env: {} })
  expect([code, stdout]).toEqual([1, expect.stringContaining('70 bytes, not shown')])
})

test('inspect --json tells what was repaired', async () => {
  const { stdout } = await run(['inspect', '--json', `"${ticket}"`], { env: {} })
  expect(JSON.parse(stdout)).toMatchObject({ ticket, repairs: [{ code: 'quotes' }] })
})

test('inspect: what is left of one that is cut off, and repairs', async () => {
  const cut = await run(['inspect', ticket.slice(0, 100)], { env: {} })
  expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining('"alice"')])
  expect(cut.stderr).toContain('cannot be read to its end')
  const quoted = await run(['inspect', `"${ticket}"`], { env: {} })
  expect([quoted.code, quoted.stderr]).toEqual([0, expect.stringContaining('in quotes')])
  expect((await run(['inspect', 'nonsense'], { env: {} })).code).toBe(1)
})

test('doctor: exit codes for each verdict', async () => {
  const valid = await run(['doctor', ticket, '--user', 'alice'])
  expect([valid.code, valid.stdout]).toEqual([0, expect.stringContaining('This ticket works.')])
  const invalid = await run(['doctor', ticket, '--user', 'Alice', '--client-appid', '7'])
  expect(invalid.code).toBe(1)
  expect(invalid.stdout).toContain('differ in the case of letters')
  expect(invalid.stdout).toContain('Tencent would answer 70014')
  const unverified = await run(['doctor', ticket], { env: {} })
  expect([unverified.code, unverified.stdout]).toEqual([3, expect.stringContaining('without its key')])
})

test('doctor: --sdkappid is the one of the client, too', async () => {
  const { code, stdout } = await run(['doctor', ticket, '--sdkappid', '7'])
  expect([code, stdout]).toEqual([1, expect.stringContaining(`for SDKAppID ${APP}, and the login uses 7`)])
})

test('doctor: a key of no application is not left out in silence', async () => {
  const args = ['doctor', ticket, '--key-file', file('alone.key', KEY)]
  const { code, stderr } = await run(args, { env: {} })
  expect([code, stderr]).toEqual([2, expect.stringContaining('--sdkappid')])
  expect((await run([...args, '--sdkappid', String(APP)], { env: {} })).code).toBe(0)
})

test('doctor: what is good has a tick, what asks for something has none', async () => {
  const { stdout } = await run(['doctor', signer.genUserSig('al ice')])
  expect(stdout).toMatch(/✓ Its signature is by/)
  expect(stdout).toMatch(/! Its UserID "al ice" has other characters/)
})

test('doctor finds the key among those of many applications', async () => {
  const path = file(
    'apps.json',
    JSON.stringify([
      { sdkAppId: 7, secretKey: 'x' },
      { sdkAppId: APP, secretKey: ['new', KEY] },
    ]),
  )
  const { code, stdout } = await run(['doctor', '--json', '--key-file', path], { env: {}, input: ` ${ticket}\n` })
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    expect.objectContaining({ verdict: 'valid', signedBy: { sdkAppId: APP, index: 1 } }),
  ])
})

test('doctor repairs, and repeats neither ticket nor key', async () => {
  for (const text of [encodeURIComponent(JSON.stringify({ userSig: ticket })), KEY, ticket.slice(0, 100)]) {
    const { code, stdout, stderr } = await run(['doctor', '--json'], { input: text })
    expect(code).toBe(1)
    for (const secret of [ticket.slice(20, 60), KEY.slice(0, 20)]) expect(stdout + stderr).not.toContain(secret)
  }
})

test('doctor for rooms', async () => {
  const fitting = await run(['doctor', key, '--room', '10000'])
  expect([fitting.code, fitting.stdout]).toEqual([0, expect.stringContaining('enterRoom, receiveAudio, receiveVideo')])
  expect((await run(['doctor', key, '--room', '10001'])).stdout).toContain('Tencent would answer -100006')
  expect((await run(['doctor', key, '--str-room', '10000'])).stdout).toContain('number room 10000')
  expect((await run(['doctor', key, '--expect', 'user_sig'])).stdout).toContain('which is no login')
  expect((await run(['doctor', key, '--expect', 'jwt'])).code).toBe(2)
})

test.each([
  [['70009'], 'signed with another key'],
  [['--', '-100018'], 'native TRTC'],
  [['-100018'], 'native TRTC'],
  [['login failed, code: 6206 at 10:30'], 'The text names 6206: The UserSig had expired'],
  [['--', '-100013'], 'out of money'],
  [['expired'], '70001'],
  [['bad_signature'], '70009'],
])('explain %j', async (args, text) => {
  const { code, stdout } = await run(['explain', ...args], { env: {} })
  expect([code, stdout]).toEqual([0, expect.stringContaining(text)])
})

test('all codes, JSON, and what is not known', async () => {
  expect((await run(['codes'], { env: {} })).stdout.split('\n').length).toBeGreaterThan(100)
  expect(JSON.parse((await run(['doctor', '70001', '--json'], { env: {} })).stdout)).toMatchObject({
    verdict: 'none',
    tencentCode: 70001,
    causes: expect.arrayContaining([
      {
        code: 'ticket_expired',
        message: expect.any(String),
        action: expect.any(String),
        evidence: [expect.any(String)],
      },
    ]),
    codes: [{ code: 70001 }],
  })
  const unknown = await run(['explain', '12345'], { env: {} })
  expect([unknown.code, unknown.stdout]).toEqual([1, expect.stringContaining('The code 12345 is not known')])
  const none = await run(['codes', 'xyzzy'], { env: {} })
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('No code is about "xyzzy"')])
})

test('colours where they are asked for', async () => {
  expect((await run(['doctor', ticket])).stdout).not.toContain('\u001b[')
  expect((await run(['doctor', ticket], { env: { ...ENV, FORCE_COLOR: '1' } })).stdout).toContain('\u001b[32m')
})

test('help teaches, and shells are served', async () => {
  const help = await run(['--help'], { env: {} })
  expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('Exit codes: 0')])
  for (const command of [
    'sign',
    'room',
    'verify',
    'inspect',
    'doctor|explain',
    'codes',
    'bulk',
    'serve',
    'conform|check-issuer',
    'console',
    'mcp',
  ]) {
    expect(help.stdout).toContain(`  ${command} [options]`)
    expect((await run([command.replace(/\|.*/, ''), '--help'], { env: {} })).stdout).toMatch(
      /Options:.*(usersig|curl|Exit code) /s,
    )
  }
  expect(help.stdout).not.toContain('Generate')
  expect((await run(['--version'], { env: {} })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each(['{"constructor":1}', '{"__proto__":1}', '{"toString":"x"}'])(
  'inspect draws the document %s',
  async (json) => {
    const { code, stdout, stderr } = await run(['inspect', packDocument(json)], { env: {} })
    expect([code, stdout]).toEqual([1, expect.stringContaining(JSON.parse(json).toString === 'x' ? '"x"' : '?')])
    expect(stderr).not.toContain('    at ')
  },
)

test('foreign text does not steer the terminal', async () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  const steers = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/
  const evil = 'a\u001b]0;x\u0007\u009b2J\u007f\u2028\n'
  const claims = { 'TLS.ver': '2.0', 'TLS.sdkappid': APP, 'TLS.expire': 60, 'TLS.time': 1, 'TLS.sig': 'AAAA' }
  const document = packDocument(JSON.stringify({ ...claims, 'TLS.identifier': evil, [evil]: evil }))
  for (const args of [
    ['inspect', document],
    ['inspect', '--json', document],
    ['doctor', document],
    ['doctor', '--json', document, '--user', evil],
    ['doctor', ticket, '--user', evil],
    ['verify', document],
    ['verify', ticket, '--user', evil],
  ]) {
    const { stdout, stderr } = await run(args)
    expect(stdout + stderr).not.toMatch(steers)
  }
  const { stdout } = await run(['inspect', document])
  expect(stdout).toContain('a\\u001b]0;x\\u0007\\u009b2J\\u007f\\u2028\\u000a')
})

test('inspect --json does not repeat a key', async () => {
  for (const text of [KEY, `"${KEY}"`, `USERSIG_SECRETKEY=${KEY}`]) {
    const { code, stdout, stderr } = await run(['inspect', '--json', text], { env: {} })
    expect([code, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ error: expect.anything() })])
    expect(stdout + stderr).not.toContain(KEY.slice(8, 24))
  }
})

test('a key or a ticket in place of a UserID is not repeated, not even in part', async () => {
  for (const secret of [KEY, ticket]) {
    for (const user of [secret, ` ${secret}`, `"${secret}"`, `${' '.repeat(12)}${secret}`, `%22${secret}`]) {
      for (const args of [
        ['verify', ticket],
        ['verify', '--json', ticket],
        ['doctor', ticket],
        ['doctor', '--json', ticket],
      ]) {
        const { code, stdout, stderr } = await run([...args, '--user', user])
        expect(code).toBe(1)
        expect(stdout + stderr).not.toContain(secret.slice(0, 16))
      }
    }
  }
})

test('a UserID of 32 hex digits is no secret', async () => {
  const user = KEY.slice(0, 32)
  const hex = signer.genUserSig(user)
  for (const args of [
    ['verify', hex],
    ['verify', '--json', hex],
    ['doctor', hex],
    ['doctor', '--json', hex],
  ]) {
    const { code, stdout } = await run([...args, '--user', user])
    expect([code, stdout]).toEqual([0, expect.stringContaining(user)])
  }
})

test('a ticket at the wrong place is not repeated', async () => {
  for (const text of [`%22${ticket}`, `x${ticket}`, ticket]) {
    const { code, stdout, stderr } = await run([text])
    expect(code).toBeLessThan(2)
    expect(stdout + stderr).not.toContain(ticket.slice(0, 16))
  }
})

test.skipIf(process.platform === 'win32').each(['doctor', 'verify', 'inspect', 'bulk -'])(
  '%s: a folder in place of the input',
  (command) => {
    const script = `"${process.execPath}" "${BINARY}" ${command} < "${tmpdir()}"`
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
      env: { ...process.env, ...ENV },
      encoding: 'utf8',
    })
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining('The input is a folder')])
  },
)
