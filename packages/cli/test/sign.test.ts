import { expect, test } from 'vitest'
import { APP, ENV, KEY, run, signer, useFolder } from './run.ts'

const file = useFolder()

test('sign prints the ticket alone, all else goes to standard error', async () => {
  const { code, stdout, stderr } = await run(['sign', 'alice'])
  expect([code, stdout.endsWith('\n'), stdout.trim().includes('\n')]).toEqual([0, true, false])
  expect(signer.verifyUserSig(stdout.trim())).toMatchObject({ userId: 'alice', expire: 604_800 })
  expect(stderr).toMatch(/^valid for 7d, until 20/)
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
  ['42', 42],
  [' enterRoom , sendAudio', 6],
])('rights may be %j', async (rights, privilegeMap) => {
  const { stdout } = await run(['room', 'alice', '--room', '1', '--as', rights])
  expect(signer.verifyPrivateMapKey(stdout.trim()).room.privilegeMap).toBe(privilegeMap)
})

test('no rights are called so', async () => {
  expect((await run(['room', 'alice', '--room', '1', '--as', 'none'])).stderr).toContain('no rights')
})

test.each([
  [['sign', ''], 'UserID is empty'],
  [['sign', 'a\nb'], 'control character'],
  [['sign', 'alice', '--expire', '0'], 'expire'],
  [['sign', 'alice', '--expire', 'soon'], '15m, 12h'],
  [['sign'], "missing required argument 'userId'"],
  [['sing', 'alice'], 'Did you mean sign?'],
  [['sign', 'alice', '--expires', '1d'], 'Did you mean --expire?'],
  [['sign', 'alice', '--json', '--qr'], 'cannot be used with'],
  [['room', 'alice'], '--str-room for a string'],
  [['room', 'alice', '--room', '1', '--str-room', 'x'], 'either --room or --str-room'],
  [['room', 'alice', '--room', '0'], 'roomId'],
  [['room', 'alice', '--room', '1', '--as', 'owner'], 'owner'],
  [['sign', 'alice', '--secret-key', KEY, '--key-file', 'x'], 'cannot be used with'],
])('%j is a wrong call', async (args, text) => {
  const { code, stdout, stderr } = await run(args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(text)
  expect(stderr).not.toContain('    at ')
})

test.each([
  ['JSON', () => JSON.stringify({ sdkAppId: APP, secretKey: KEY }), []],
  ['JSON with an SDKAppID in digits', () => JSON.stringify({ sdkAppId: String(APP), secretKey: KEY }), []],
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
  [
    'two keys of one application',
    () =>
      JSON.stringify([
        { sdkAppId: APP, secretKey: KEY },
        { sdkAppId: APP, secretKey: [KEY.replace('5', '6')] },
      ]),
    [],
  ],
  ['a comment above the key', () => `# of the demo\n${KEY}\n`, ['-a', String(APP)]],
  ['the name of a file in it', () => `USERSIG_SECRETKEY_FILE=${file('inner', KEY)}\n`, ['-a', String(APP)]],
  ['a byte order mark', () => `\ufeff${JSON.stringify({ sdkAppId: APP, secretKey: KEY })}`, []],
])('a key file with %s', async (name, content, args) => {
  const path = file(`${name.replace(/\W/g, '')}.key`, content())
  const { stdout, stderr, code } = await run(['sign', 'alice', '--key-file', path, ...args], { env: {} })
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^valid for/)])
  expect(signer.verifyUserSig(stdout.trim()).userId).toBe('alice')
})

test('a key file in UTF-16, as PowerShell writes it', async () => {
  const path = file('utf16.key', Buffer.from(`\ufeff${KEY}\r\n`, 'utf16le'))
  const { stdout } = await run(['sign', 'alice', '-k', path, '-a', String(APP)], { env: {} })
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
  const { code } = await run(['sign', 'alice', '--secret-key', KEY], { env: { USERSIG_SDKAPPID: String(APP) } })
  expect(code).toBe(0)
})

test('a key that is none of the console is doubted, and not shown', async () => {
  const env = { ...ENV, USERSIG_SECRETKEY: `SDKSecretKey: ${KEY}` }
  const { code, stderr } = await run(['sign', 'alice'], { env })
  expect([code, stderr]).toEqual([0, expect.stringContaining('The name of the variable stands in front')])
  expect(stderr).not.toContain(KEY.slice(0, 8))
})

const ticket = signer.genUserSig('alice')
const PEM = '-----BEGIN PRIVATE KEY-----MIGTAgEAMBMGByqGSM49'

test.each([
  [['sgin', ticket]],
  [['sign', KEY]],
  [['sign', 'alice', '--expire', KEY]],
  [['sign', 'alice', '--sdkappid', KEY]],
  [['sign', 'alice', `--secretkey=${KEY}`]],
  [['sign', 'alice', '--key-file', KEY]],
  [['sign', 'alice', `-k${KEY}`]],
  [['doctor', ticket, '--expect', ticket]],
  [['verify', PEM]],
  [['sign', 'alice', PEM]],
  [['verify', `-${ticket}`]],
  [['complete', ticket]],
])('a key or a ticket at the wrong place is not repeated: %#', async ([...args]) => {
  const { code, stdout, stderr } = await run(args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr.length).toBeGreaterThan(10)
  for (const secret of [KEY.slice(0, 12), KEY.slice(-12), ticket.slice(0, 20), ticket.slice(-20), 'MIGTAgEA']) {
    expect(stderr).not.toContain(secret)
  }
})

test.each(
  [['doctor', PEM], ['explain', `${PEM}\nAgEGCCqGSM49\n-----END PRIVATE KEY-----`], [PEM]].map((args) => [args]),
)('a key in PEM form is something to diagnose, and no option: %#', async (args) => {
  const { code, stdout, stderr } = await run(args)
  expect([code, stdout, stderr]).toEqual([1, expect.stringContaining('This is a key in PEM form'), ''])
  expect(stdout).not.toMatch(/MIGTAgEA|AgEGCCqGSM49/)
})

test.each(
  [
    ['verify', PEM],
    ['inspect', PEM],
    ['sign', PEM],
    ['room', 'alice', PEM],
  ].map((args) => [args]),
)('elsewhere it is a clear error: %#', async (args) => {
  const { code, stderr } = await run(args)
  expect([code, stderr]).toEqual([2, expect.stringContaining('A key in PEM form stands where an option')])
  expect(stderr).not.toContain('unknown option')
})

test.each([
  ['nothing', {}, [], 'USERSIG_SDKAPPID and USERSIG_SECRETKEY'],
  ['no key', { USERSIG_SDKAPPID: '1' }, [], 'no SDKSecretKey'],
  ['an SDKAppID in words', { USERSIG_SDKAPPID: 'mine', USERSIG_SECRETKEY: KEY }, [], 'not an SDKAppID'],
  ['an SDKAppID in hex', { USERSIG_SDKAPPID: '0x10', USERSIG_SECRETKEY: KEY }, [], 'not an SDKAppID'],
  ['two keys', { ...ENV, USERSIG_SECRETKEY_FILE: '/nowhere' }, [], 'both set'],
  ['a folder', {}, ['--key-file', '/'], 'EISDIR'],
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
  ['JSON with null', '{"sdkAppId":1,"secretKey":null}', 'has no secretKey'],
  ['JSON with a number', '{"sdkAppId":1,"secretKey":5}', 'has no secretKey'],
  ['JSON with no keys', '{"sdkAppId":1,"secretKey":[]}', 'has no secretKey'],
  ['JSON with nothing', '[]', 'holds no key'],
  ['JSON with another name', `{"sdkAppID":1,"secretKey":"${KEY}"}`, 'has a member sdkAppID'],
  ['JSON with an SDKAppID in words', `{"sdkAppId":"mine","secretKey":"${KEY}"}`, 'sdkAppId that is not an SDKAppID'],
  ['lines of other names', `SDKAPPID=1\nSECRETKEY=${KEY}`, 'no line USERSIG_SECRETKEY='],
  ['a key in quotes', `"${KEY}"\n`, 'in quotes'],
  ['only comments', '# nothing\n', 'is empty'],
  ['no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'not text in UTF-8'],
  ['a PEM key', `-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END`, 'ECDSA'],
])('a key file that is %s', async (name, content, text) => {
  const path = file(`bad ${name}.key`, content)
  const { code, stderr } = await run(['sign', 'alice', '-a', '1', '--key-file', path], { env: {} })
  expect([code, stderr]).toEqual([2, expect.stringContaining(text)])
  expect(stderr).not.toContain(KEY)
})
