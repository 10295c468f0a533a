import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRestClient } from '@usersig/rest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REGIONS } from '../src/commands/doctor.ts'
import { APP, ENV, KEY, run, signer } from './run.ts'

/** A server that answers as the documents of account_check say: cloud.tencent.com/document/product/269/38417. */
let server: Server
let host = ''
const asked: { path: string; body: string; usersig: string }[] = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const query = url.searchParams
    let body = ''
    for await (const chunk of request) body += chunk
    const usersig = query.get('usersig') ?? ''
    asked.push({ path: `${request.method} ${url.pathname}`, body, usersig })
    if (query.get('sdkappid') === '1400000404') return void response.end('<html>login</html>')
    if (query.get('sdkappid') === '1400000408') return
    const users = (JSON.parse(body) as { CheckItem: { UserID: string }[] }).CheckItem
    const fail = (code: number, info: string) => ({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info })
    const answer = () => {
      if (query.get('contenttype') !== 'json') return fail(60003, 'bad format')
      if (query.get('sdkappid') !== String(APP)) return fail(70020, 'sdkappid not found')
      if (query.get('identifier') !== 'administrator') return fail(70403, 'need admin')
      try {
        signer.verifyUserSig(usersig, { userId: 'administrator' })
      } catch {
        return fail(70009, 'UserSig verification failed')
      }
      const ResultItem = users.map(({ UserID }) => ({
        UserID,
        ResultCode: 0,
        ResultInfo: '',
        AccountStatus: UserID === 'nobody' ? 'NotImported' : 'Imported',
      }))
      return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ResultItem }
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const online = (args: readonly string[], env: Record<string, string> = ENV) =>
  run(['doctor', '--online', '--api-host', host, ...args], { env })

test.each([
  ['an account', [], 0, /accepts the key of SDKAppID 1400000000[\s\S]*"administrator" has an account/],
  ['a user without one', ['--user', 'nobody'], 0, /"nobody" has no account yet/],
  ['another administrator', ['--admin', 'alice'], 1, /refuses .*: 70403/],
])('says what it sends, sends it after --yes, and says what came: %s', async (_name, args, code, said) => {
  asked.length = 0
  const { code: exit, stdout, stderr } = await online([...args, '--yes'])
  expect([exit, stdout]).toEqual([code, expect.stringMatching(said)])
  expect(stderr).toContain(`POST ${host}/v4/im_open_login_svc/account_check`)
  expect(stderr).toContain('SDKAppID 1400000000')
  expect(asked).toHaveLength(1)
  for (const secret of [asked[0]?.usersig ?? '', KEY]) expect(stdout + stderr).not.toContain(secret)
})

test('a wrong key is explained in the words of the doctor, in both languages', async () => {
  const env = { ...ENV, USERSIG_SECRETKEY: KEY.replace('5bd2', '6ce3') }
  const english = await online(['--yes'], env)
  expect([english.code, english.stdout]).toEqual([1, expect.stringContaining('70009')])
  expect(english.stdout).toContain('Copy the SDKSecretKey')
  const chinese = await online(['--yes', '--lang', 'zh'], env)
  expect(chinese.stdout).toMatch(/腾讯云拒绝 SDKAppID 1400000000[\s\S]*控制台/)
  const { stdout } = await online(['--yes', '--json'], env)
  expect(JSON.parse(stdout)).toMatchObject({
    accepted: false,
    tencentCode: 70009,
    sdkAppId: APP,
    user: 'administrator',
  })
  expect(stdout).not.toContain(asked.at(-1)?.usersig)
})

test('nothing is sent without a yes', async () => {
  asked.length = 0
  const { code, stderr } = await online([])
  expect([code, stderr]).toEqual([2, expect.stringContaining('Add --yes')])
  expect(asked).toEqual([])
})

test.each([
  ['http://example.com', 'https://'],
  ['ftp://127.0.0.1', 'https://'],
  ['example.com', 'https://'],
])('the ticket of an administrator does not go to %s', async (address, said) => {
  const { code, stderr } = await run(['doctor', '--online', '--yes', '--api-host', address])
  expect([code, stderr]).toEqual([2, expect.stringContaining(said)])
})

test('what is no REST API, and nobody', async () => {
  const page = await online(['--yes'], { ...ENV, USERSIG_SDKAPPID: '1400000404' })
  expect([page.code, page.stderr]).toEqual([2, expect.stringContaining('is not the REST API')])
  const nobody = await run(['doctor', '--online', '--yes', '--api-host', 'http://127.0.0.1:1'])
  expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('cannot be asked')])
})

test('a server that never answers is given up after ten seconds', { timeout: 30_000 }, async () => {
  const { code, stderr } = await online(['--yes'], { ...ENV, USERSIG_SDKAPPID: '1400000408' })
  expect([code, stderr]).toEqual([2, expect.stringContaining('no answer within 10 seconds')])
})

test('the regions are those of the client', () => {
  const create = (region: string) => createRestClient({ signer, region: region as 'china' })
  for (const region of REGIONS) expect(() => create(region)).not.toThrow()
  expect(() => create('')).toThrow(new RegExp(REGIONS.map((region) => `"${region}"`).join(', ')))
})
