import { chmodSync } from 'node:fs'
import { expect, test } from 'vitest'
import { APP, ENV, KEY, run, signer, useFolder } from './run.ts'

const file = useFolder()

test.each([
  ['quotes', `"${KEY}"`, 'in quotes'],
  ['upper case', KEY.toUpperCase(), 'upper case'],
  ['63 digits', KEY.slice(1), '63'],
  ['base64', Buffer.from(KEY).toString('base64'), 'base64'],
  ['a key of the cloud API', 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', 'cloud API'],
  ['a name in front', `USERSIG_SECRETKEY=${KEY}`, 'stands in front'],
])('a key with %s is doubted wherever one is taken', async (_name, secretKey, text) => {
  const path = file('doubt.json', JSON.stringify({ sdkAppId: APP, secretKey }))
  for (const args of [
    ['sign', 'alice'],
    ['room', 'alice', '--room', '1'],
    ['verify', signer.genUserSig('alice')],
  ]) {
    const { stderr } = await run([...args, '--key-file', path], { env: {} })
    expect(stderr).toContain(text)
    expect(stderr).not.toContain(secretKey.slice(4, 24))
  }
})

test('a public sample key is doubted for any other application', async () => {
  const env = { ...ENV, USERSIG_SDKAPPID: '1400000001' }
  expect((await run(['sign', 'alice'], { env })).stderr).toContain('well-known sample')
})

test.skipIf(process.platform === 'win32')('a key file that others can read warns', async () => {
  const path = file('open.key', KEY)
  chmodSync(path, 0o644)
  const env = { USERSIG_SDKAPPID: String(APP) }
  for (const args of [
    ['sign', 'alice'],
    ['doctor', signer.genUserSig('alice')],
  ]) {
    const { code, stderr } = await run([...args, '--key-file', path], { env })
    expect([code, stderr]).toEqual([0, expect.stringContaining('Others on this machine can read')])
    expect(stderr).toContain(`chmod 600 ${path}`)
  }
  const mounted = await run(['sign', 'alice'], { env: { ...env, USERSIG_SECRETKEY_FILE: path } })
  expect(mounted.stderr).toContain('chmod 600')
  chmodSync(path, 0o600)
  expect((await run(['sign', 'alice', '--key-file', path], { env })).stderr).toMatch(/^valid for/)
})

test.each([[['sign', 'alice']], [['doctor', '70009']], [['serve']], [['mcp']], [['verify', 'x']]])(
  'a key without an SDKAppID is an error: %j',
  async (args) => {
    const { code, stdout, stderr } = await run(args, { env: { USERSIG_SECRETKEY: KEY } })
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/SDKAppID|application/)])
  },
)

test.each([
  ['1,400,000,000', 'write 1400000000'],
  ['１４００００００００', 'write 1400000000'],
  ['1 400 000 000', 'write 1400000000'],
  ['abc', 'is a number from 1 to 4294967295'],
  ['14000000000', 'is a number from 1 to 4294967295'],
  ['0', 'is a number from 1 to 4294967295'],
])('the SDKAppID %s is refused, with what to write', async (id, text) => {
  const path = file('id.json', JSON.stringify({ sdkAppId: id, secretKey: KEY }))
  for (const said of [
    await run(['sign', 'alice', '--sdkappid', id]),
    await run(['sign', 'alice'], { env: { ...ENV, USERSIG_SDKAPPID: id } }),
    await run(['sign', 'alice', '--key-file', path], { env: {} }),
    await run(['doctor', '70009', '--client-appid', id]),
  ]) {
    expect([said.code, said.stdout, said.stderr]).toEqual([2, '', expect.stringContaining(text)])
  }
})

test.each([
  ['86400000', 'write 86400'],
  ['604800000', 'write 604800'],
  ['3600000', 'write 3600'],
  ['99999999999', '15m, 12h'],
  ['3000w', 'The longest is 50 years'],
])('--expire %s is refused', async (expire, text) => {
  const { code, stdout, stderr } = await run(['sign', 'alice', '--expire', expire])
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(text)])
})

test.each(['31536000', '15552000', '2592000', '1576800000', '86400001s'])('--expire %s is meant so', async (expire) => {
  const { code, stdout } = await run(['sign', 'alice', '--expire', expire])
  expect([code, signer.verifyUserSig(stdout.trim()).expire]).toEqual([0, Number.parseInt(expire, 10)])
})

test.each([
  ['ali\u200bce', 'invisible'],
  ['\u202eecila', 'invisible'],
  ['alice ', 'white space'],
  ['张三', 'beyond printable ASCII'],
])('the UserID %j is signed with a word about it', async (userId, text) => {
  const { stderr } = await run(['sign', userId])
  expect(stderr).toContain(text)
})

test.each(['undefined', 'null', '[object Object]'])('the UserID %s is refused', async (userId) => {
  const { code, stdout } = await run(['sign', userId])
  expect([code, stdout]).toEqual([2, ''])
})
