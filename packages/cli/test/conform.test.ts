import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigner } from '@usersig/core'
import { issueUserSig } from '@usersig/node'
import { expect, onTestFinished, test } from 'vitest'
import { APP, KEY, run, useFolder } from './run.ts'

const file = useFolder()

/** A generator as people write it; `lines` and `key` are what they get wrong. */
function generator(name: string, { lines = '\\n', key = 'KEY', expire = 'EXPIRE' } = {}): string {
  return file(
    `${name}.mjs`,
    `import { createHmac } from 'node:crypto'
import { deflateSync } from 'node:zlib'
const { USERSIG_SDKAPPID: APP, USERSIG_SECRETKEY: KEY, USERSIG_USERID: USER, USERSIG_EXPIRE: EXPIRE } = process.env
const time = Math.floor(Date.now() / 1000)
const text = ['TLS.identifier:' + USER, 'TLS.sdkappid:' + APP, 'TLS.time:' + time, 'TLS.expire:' + ${expire}, ''].join('${lines}')
const sig = createHmac('sha256', ${key}).update(text).digest('base64')
const json = JSON.stringify({ 'TLS.ver': '2.0', 'TLS.identifier': USER, 'TLS.sdkappid': Number(APP), 'TLS.expire': Number(${expire}), 'TLS.time': time, 'TLS.sig': sig })
const ticket = deflateSync(json).toString('base64').replace(/\\+/g, '*').replace(/\\//g, '-').replace(/=/g, '_')
console.log('UserSig: ' + ticket)
`,
  )
}

const check = async (path: string, ...args: string[]) =>
  await run(['conform', '--command', `"${process.execPath}" "${path}"`, ...args], { env: {} })

interface Report {
  readonly right: boolean
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly scores: readonly {
    group: string
    passed: number
    failed: number
    skipped: number
    first?: { code: string }
  }[]
}

/** For each group: how many passed, failed and were not tried. */
const countsOf = ({ scores }: Report) =>
  Object.fromEntries(scores.map(({ group, passed, failed, skipped }) => [group, [passed, failed, skipped]]))

/** The code of the first fault of each group. */
const faultsOf = ({ scores }: Report) =>
  Object.fromEntries(scores.flatMap(({ group, first }) => (first ? [[group, first.code]] : [])))

test('a generator that signs as it should, and signs everything', async () => {
  const { code, stdout } = await check(generator('right'), '--json')
  const report: Report = JSON.parse(stdout)
  expect([code, countsOf(report)]).toEqual([1, { signUserSig: [4, 0, 0], refuseInputs: [0, 13, 1] }])
  expect((await check(generator('right'))).stdout).toMatch(
    /✓ signs a UserSig +4 of 4\n.*✗ refuses bad inputs +0 of 13.*The same: UserID with a line feed.*tickets that it signs are right/s,
  )
})

test('a command that makes no ticket has refused nothing', async () => {
  const { code, stdout } = await check(file('silent.mjs', ''), '--json')
  expect([code, countsOf(JSON.parse(stdout))]).toEqual([1, { signUserSig: [0, 4, 0], refuseInputs: [0, 0, 14] }])
})

test('a program that does not run refuses nothing', async () => {
  const report: Report = JSON.parse((await run(['check-issuer', '--command', 'nosuchprogram.sh', '--json'])).stdout)
  expect(countsOf(report)).toEqual({ signUserSig: [0, 4, 0], refuseInputs: [0, 0, 14] })
})

test('a generator that refuses bad inputs', async () => {
  const refusing = file(
    'refusing.mjs',
    `import { createUserSigner } from ${JSON.stringify(import.meta.resolve('@usersig/core').replace('src/index.ts', 'dist/esm/index.js'))}
const { USERSIG_SDKAPPID, USERSIG_SECRETKEY, USERSIG_USERID, USERSIG_EXPIRE } = process.env
const signer = createUserSigner({ sdkAppId: Number(USERSIG_SDKAPPID), secretKey: USERSIG_SECRETKEY })
console.log(signer.genUserSig(USERSIG_USERID, { expire: Number(USERSIG_EXPIRE) }))`,
  )
  const { code, stdout } = await check(refusing)
  expect([code, stdout]).toEqual([0, expect.stringContaining('All 17 hold.')])
})

test.each([
  ['a literal \\n', { lines: '\\\\n' }, 'signed_lines'],
  ['the key from hex', { key: "Buffer.from(KEY, 'hex')" }, 'key'],
  ['a fixed lifetime', { expire: '"604800"' }, 'expire'],
])('%s is named', async (name, wrong, fault) => {
  const { code, stdout } = await check(generator(name.replace(/\W/g, ''), wrong), '--json')
  expect([code, faultsOf(JSON.parse(stdout))['signUserSig']]).toEqual([1, expect.stringContaining(fault)])
  expect(stdout).not.toMatch(/eJ[\w*-]{30}/)
})

test.each([
  ['one that fails', 'console.error("no such file"); process.exit(3)', 'no such file'],
  ['one that prints something else', 'console.log("hello")', 'no ticket came\n  This came: "hello"'],
  ['one that prints nothing', '', 'no ticket came\n  Nothing came: print'],
  ['one that prints its key', `console.log('${KEY}')`, 'no ticket came\n  This came: (hidden'],
  ['one that prints without end', 'for (;;) console.log("x".repeat(9999))', 'more than 64 KiB'],
  ['one that hangs', 'setInterval(() => {}, 1000)', 'no answer within 1 seconds'],
])('%s', async (name, code, text) => {
  const said = await check(file(`${name.replace(/\W/g, '')}.mjs`, code), '--timeout', '1')
  expect([said.code, said.stdout]).toEqual([1, expect.stringContaining(text)])
})

/** A program that answers line by line; `change` spoils an answer. */
function lineProgram(name: string, change = ''): string {
  const core = import.meta.resolve('@usersig/core').replace('src/index.ts', 'dist/esm/index.js')
  return file(
    `${name}.mjs`,
    `import { createInterface } from 'node:readline'
import { createUserSigner } from ${JSON.stringify(core)}
function answer({ op, kind, sdkAppId, secretKey, userId, ticket, now, ...more }) {
  ${change}
  const signer = createUserSigner({ sdkAppId, secretKey, strRoomIdRule: 'any' })
  if (op === 'verify') return verify(signer, ticket, { clockTolerance: 0, ...(userId !== null && { userId }), ...(now !== undefined && { now }) })
  const { expire, roomId, strRoomId, privilegeMap: privileges, userBufBase64 = '' } = more
  const userBuf = Buffer.from(userBufBase64, 'base64')
  if (kind === 'userSig') return { ticket: signer.genUserSig(userId, { expire }) }
  if (kind === 'userSigWithUserBuf') return { ticket: signer.genUserSig(userId, { expire, userBuf }) }
  return { ticket: signer.genPrivateMapKey(userId, { ...(roomId ? { roomId } : { strRoomId }), privileges, expire }) }
}
function verify(signer, ticket, options) {
  try { return { valid: Boolean(signer.verifyUserSig(ticket, options)) } } catch { return { valid: false } }
}
for await (const line of createInterface({ input: process.stdin })) {
  let result
  try { result = answer(JSON.parse(line)) } catch ({ message }) { result = { error: message } }
  console.log(JSON.stringify(result))
}
`,
  )
}

const score = async (path: string, ...args: string[]): Promise<[number | null, Report]> => {
  const command = `"${process.execPath}" "${path}"`
  const { code, stdout } = await run(['conform', '--lines', '--command', command, '--json', ...args], { env: {} })
  return [code, JSON.parse(stdout)]
}

test('this toolkit, asked line by line, fails nothing', async () => {
  const [code, report] = await score(lineProgram('toolkit'))
  expect([code, faultsOf(report), report.skipped]).toEqual([0, {}, 0])
  expect(report.scores.length).toBe(11)
  for (const { passed } of report.scores) expect(passed).toBeGreaterThan(4)
})

test.each([
  [
    'a signer that mixes up the rights',
    'if (more.privilegeMap) more.privilegeMap ^= 1',
    { signRoom: 'rights', signStringRoom: 'rights' },
  ],
  [
    'a verifier that accepts everything',
    "if (op === 'verify') return { valid: true }",
    { verifyFresh: 'accepted', verifyDamaged: 'accepted' },
  ],
  [
    'a verifier that refuses everything',
    "if (op === 'verify') return { valid: false }",
    { verifyFresh: 'refused', verifyOfficial: 'refused' },
  ],
  ['a verifier that answers otherwise', "if (op === 'verify') return { ok: true }", { verifyFresh: 'no_json' }],
])('%s', async (name, change, faults) => {
  const [code, report] = await score(lineProgram(name.replace(/\W/g, ''), change))
  expect([code, faultsOf(report)]).toEqual([1, expect.objectContaining(faults)])
})

test('what a program does not do is not counted', async () => {
  const path = lineProgram(
    'part',
    "if (op === 'verify' && now !== undefined || kind?.startsWith('privateMapKey')) return { unsupported: true }",
  )
  const [code, report] = await score(path)
  expect([code, faultsOf(report)]).toEqual([0, {}])
  expect(countsOf(report)['signRoom']?.slice(0, 2)).toEqual([0, 0])
})

test.each([
  ['ends', 'process.exit(4)', 'failed'],
  ['says what is no JSON', 'console.log("hello"); ', 'no_json'],
])('a program that %s at one question is asked the next', async (_, spoil, fault) => {
  const path = lineProgram(`once-${fault}`, `if (userId === 'bob' && op === 'verify') { ${spoil} }`)
  const [code, report] = await score(path)
  expect([code, faultsOf(report), report.failed]).toEqual([1, { verifyFresh: fault }, expect.any(Number)])
})

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const LOGIN = ['--header', 'Authorization: Bearer alice']

/** An endpoint of this toolkit, whose answers `change` spoils. */
async function endpoint(change: (response: ServerResponse) => void = () => {}): Promise<string> {
  const issue = issueUserSig({
    credentials: { sdkAppId: APP, secretKey: KEY },
    authenticate: ({ headers }) => headers.authorization?.replace('Bearer ', '') ?? null,
    authorizeRoom: ({ strRoomId }) => (strRoomId === 'room-1' ? 'audience' : null),
  })
  return await listen((request, response) => {
    change(response)
    issue(request, response)
  })
}

test('an endpoint of this toolkit fails nothing', async () => {
  const { code, stdout } = await run(['conform', '--url', await endpoint(), ...LOGIN, '--json'])
  const report: Report = JSON.parse(stdout)
  expect([code, faultsOf(report), report.skipped, report.passed]).toEqual([0, {}, 0, 76])
})

test('without a login, what needs none is tried', async () => {
  const { code, stdout, stderr } = await run(['conform', '--url', await endpoint(), '--json'], { env: {} })
  const { failed, passed, skipped }: Report = JSON.parse(stdout)
  expect([code, failed, passed + skipped]).toEqual([0, 0, 76])
  expect(stderr).toMatch(/no login.*signatures/s)
})

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  [
    'that opens itself to all',
    (response) => response.setHeader('Access-Control-Allow-Origin', '*'),
    /access-control-allow-origin should not/,
  ],
  ['that hands out cookies', (response) => response.setHeader('Set-Cookie', 'a=b'), /set-cookie should not/],
])('an endpoint %s', async (_, change, said) => {
  const { code, stdout } = await run(['conform', '--url', await endpoint(change), ...LOGIN])
  expect([code, stdout]).toEqual([1, expect.stringMatching(said)])
})

test('an endpoint that signs with another key', async () => {
  const env = { USERSIG_SDKAPPID: String(APP), USERSIG_SECRETKEY: 'f'.repeat(64) }
  const { code, stdout } = await run(['conform', '--url', await endpoint(), ...LOGIN, '--json'], { env })
  expect([code, faultsOf(JSON.parse(stdout))['issue']]).toEqual([1, 'bad_signature'])
  expect(stdout).not.toContain('f'.repeat(33))
})

test('an address is asked for the application at hand', async () => {
  const signer = createUserSigner({ sdkAppId: APP, secretKey: KEY })
  const base = await listen(({ url = '' }, response) => {
    const { searchParams } = new URL(url, 'http://localhost')
    response.end(signer.genUserSig(searchParams.get('user') ?? '', { expire: Number(searchParams.get('expire')) }))
  })
  const { code, stdout } = await run(['conform', '--url', `${base}/?user={userId}&expire={expire}`])
  expect([code, stdout]).toEqual([0, expect.stringContaining('All 4 hold.')])
  expect((await run(['conform'])).code).toBe(2)
})
