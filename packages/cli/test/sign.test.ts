import { expect, test } from 'vitest'
import { APP, ENV, KEY, run, signer, useFolder } from './run.ts'

const file = useFolder()

test('sign prints the ticket alone, all else goes to standard error', async () => {
  const { code, stdout, stderr } = await run(['sign', 'alice'])
  expect([code, stdout.endsWith('\n'), stdout.trim().includes('\n')]).toEqual([0, true, false])
  expect(signer.verifyUserSig(stdout.trim())).toMatchObject({ userId: 'alice', expire: 604_800 })
  expect(stderr).toMatch(/^valid for 7 days, until /)
})

test.each([
  ['90', 90],
  ['90s', 90],
  ['15m', 900],
  ['12h', 43_200],
  ['1d', 86_400],
  ['2w', 1_209_600],
])('a lifetime of %s', async (text, expire) => {
  const { stdout } = await run(['sign', 'alice', '--expire', text])
  expect(signer.verifyUserSig(stdout.trim()).expire).toBe(expire)
})

test('--json gives all credentials', async () => {
  const { stdout } = await run(['sign', 'alice', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({
    sdkAppId: APP,
    userId: 'alice',
    userSig: expect.any(String),
    expire: 604_800,
  })
})

test('room signs a PrivateMapKey, by preset or by names', async () => {
  const preset = await run(['room', 'alice', '--room', '10000', '--as', 'audience'])
  expect(signer.verifyPrivateMapKey(preset.stdout.trim(), { roomId: 10000 }).room.privilegeMap).toBe(42)
  const names = await run(['room', 'alice', '--str-room', 'lobby', '--as', 'enterRoom,sendAudio', '--json'])
  const issued = JSON.parse(names.stdout)
  expect(signer.verifyUserSig(issued.userSig).userId).toBe('alice')
  expect(signer.verifyPrivateMapKey(issued.privateMapKey, { strRoomId: 'lobby' }).room.privilegeMap).toBe(6)
})

test.each([
  [['sign', ''], 'UserID is empty'],
  [['sign', 'a\nb'], 'control character'],
  [['sign', 'alice', '--expire', '0'], 'expire'],
  [['sign', 'alice', '--expire', 'soon'], '15m, 12h'],
  [['sign'], "missing required argument 'userId'"],
  [['sing', 'alice'], 'Did you mean sign?'],
  [['sign', 'alice', '--expires', '1d'], 'unknown option'],
  [['room', 'alice'], '--str-room for a string'],
  [['room', 'alice', '--room', '1', '--str-room', 'x'], 'either --room or --str-room'],
  [['room', 'alice', '--room', '0'], 'roomId'],
  [['room', 'alice', '--room', '1', '--as', 'owner'], 'owner'],
])('%j is a wrong call', async (args, text) => {
  const { code, stdout, stderr } = await run(args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(text)
  expect(stderr).not.toContain('    at ')
})

test.each([
  ['JSON', () => JSON.stringify({ sdkAppId: APP, secretKey: KEY }), []],
  [
    'JSON of several',
    () =>
      JSON.stringify([
        { sdkAppId: 9, secretKey: 'x' },
        { sdkAppId: APP, secretKey: KEY },
      ]),
    ['-a', String(APP)],
  ],
  ['.env lines', () => `# of the demo\nUSERSIG_SDKAPPID=${APP}\nexport USERSIG_SECRETKEY="${KEY}"\n`, []],
  ['the key alone', () => `${KEY}\n`, ['--sdkappid', String(APP)]],
  ['a byte order mark', () => `\ufeff${JSON.stringify({ sdkAppId: APP, secretKey: KEY })}`, []],
])('a key file with %s', async (name, content, args) => {
  const path = file(`${name.replace(/\W/g, '')}.key`, content())
  const { stdout, stderr, code } = await run(['sign', 'alice', '--key-file', path, ...args], { env: {} })
  expect([code, stderr]).toEqual([0, expect.stringContaining('valid for')])
  expect(signer.verifyUserSig(stdout.trim()).userId).toBe('alice')
})

test('keys of a rotation: the first signs', async () => {
  const { stdout } = await run(['sign', 'alice'], { env: { ...ENV, USERSIG_SECRETKEY: `${KEY}, old key` } })
  expect(signer.verifyUserSig(stdout.trim()).userId).toBe('alice')
})

test('USERSIG_SECRETKEY_FILE, as containers have it', async () => {
  const env = { USERSIG_SDKAPPID: String(APP), USERSIG_SECRETKEY_FILE: file('mounted', KEY) }
  expect(signer.verifyUserSig((await run(['sign', 'alice'], { env })).stdout.trim()).userId).toBe('alice')
})

test('a key as a flag works, with a warning', async () => {
  const { stdout, stderr } = await run(['sign', 'alice', '-a', String(APP), '--secret-key', KEY], { env: {} })
  expect(signer.verifyUserSig(stdout.trim()).userId).toBe('alice')
  expect(stderr).toContain('history of your shell')
  expect((await run(['sign', '--help'])).stdout).not.toContain('--secret-key')
})

test.each([
  ['nothing', {}, [], 'USERSIG_SDKAPPID and USERSIG_SECRETKEY'],
  ['no key', { USERSIG_SDKAPPID: '1' }, [], 'no SDKSecretKey'],
  ['an SDKAppID in words', { USERSIG_SDKAPPID: 'mine', USERSIG_SECRETKEY: KEY }, [], 'not a number'],
  ['another application', ENV, ['--sdkappid', '7'], 'not of SDKAppID 7'],
  ['a file that is not there', {}, ['--key-file', '/nowhere'], 'ENOENT'],
])('%s', async (_name, env, args, text) => {
  const { code, stderr } = await run(['sign', 'alice', ...args], { env })
  expect([code, stderr]).toEqual([2, expect.stringContaining(text)])
  expect(stderr).not.toContain(KEY)
})

test.each([
  ['empty', '', 'is empty'],
  ['broken JSON', `{"secretKey":"${KEY}"`, 'begins like JSON'],
  ['JSON without a key', '[{"sdkAppId":1}]', 'has no secretKey'],
  ['a PEM key', `-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END`, 'ECDSA'],
])('a key file that is %s', async (name, content, text) => {
  const path = file(`bad${name.length}.key`, content)
  const { code, stderr } = await run(['sign', 'alice', '-a', '1', '--key-file', path], { env: {} })
  expect([code, stderr]).toEqual([2, expect.stringContaining(text)])
  expect(stderr).not.toContain(KEY)
})
