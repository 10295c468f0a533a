import { inspect } from 'node:util'
import { createUserSigner, UserSigError } from '@usersig/core'
import { createRevocations } from '@usersig/core/revocation'
import { issueUserSig, requireUserSig } from '@usersig/edge'
import { expect, test, vi } from 'vitest'
import { createRestClient, type RestClientOptions, RestError } from '../src/index.ts'
import { APP, startTencent, type Trouble } from './tencent.ts'

async function start(more: Partial<RestClientOptions> = {}) {
  const tencent = await startTencent()
  const { apiOrigin } = tencent
  return { tencent, chat: createRestClient({ region: 'china', credentials: APP, apiOrigin, ...more }) }
}

test('accounts are imported, found, seen and deleted', async () => {
  const { tencent, chat } = await start()
  await chat.importAccount({ userId: 'alice', nick: 'Alice', faceUrl: 'https://example.com/a.png' })
  await chat.importAccount({ userId: 'bob' })
  expect(tencent.accounts.get('alice')).toEqual({
    UserID: 'alice',
    Nick: 'Alice',
    FaceUrl: 'https://example.com/a.png',
  })
  expect(await chat.checkAccounts(['alice', 'carol'])).toEqual([
    { userId: 'alice', code: 0, info: '', isImported: true },
    { userId: 'carol', code: 0, info: '', isImported: false },
  ])
  expect(await chat.onlineStates(['bob', 'carol'])).toEqual([
    { userId: 'bob', state: 'Online', code: 0, devices: [{ platform: 'Web', state: 'Online' }] },
    { userId: 'carol', state: undefined, code: 70107, devices: [] },
  ])
  const deleted = await chat.deleteAccounts(['alice', 'carol'])
  expect(deleted.map(({ userId, code }) => [userId, code])).toEqual([
    ['alice', 0],
    ['carol', 70107],
  ])
})

test('long lists go in parts that the documents allow, with one ticket', async () => {
  const { tencent, chat } = await start()
  const users = Array.from({ length: 501 }, (_, index) => `user-${index}`)
  expect(await chat.checkAccounts(users)).toHaveLength(501)
  expect(await chat.onlineStates(users)).toHaveLength(501)
  expect(tencent.seen.map(({ command }) => command.split('/')[1])).toEqual([
    ...Array(6).fill('account_check'),
    ...Array(2).fill('query_online_status'),
  ])
  expect(new Set(tencent.seen.map(({ usersig }) => usersig)).size).toBe(1)
  expect(await chat.checkAccounts([])).toEqual([])
})

test('a kick counts at Tencent and here, and the next ticket is valid in the same second', async () => {
  const revocations = createRevocations()
  const { notIssuedBefore } = revocations
  const { tencent, chat } = await start({ revocations })
  await chat.importAccount({ userId: 'alice' })
  const issue = issueUserSig({ credentials: APP, authenticate: () => 'alice', notIssuedBefore })
  const guard = requireUserSig({ credentials: APP, notIssuedBefore })(() => new Response('in'))
  const fetchTicket = async () => {
    const answer = await issue(new Request('http://localhost/usersig', { method: 'POST' }))
    return ((await answer.json()) as { userSig: string }).userSig
  }
  const statusOf = async (ticket: string) =>
    (await guard(new Request('http://localhost/', { headers: { authorization: `Bearer ${ticket}` } }))).status
  const before = await fetchTicket()
  expect([tencent.letsIn(before), await statusOf(before)]).toEqual([true, 200])
  await chat.kick('alice')
  const after = await fetchTicket()
  expect([tencent.letsIn(before), await statusOf(before)]).toEqual([false, 401])
  expect([tencent.letsIn(after), await statusOf(after)]).toEqual([true, 200])
})

test('half of a kick is done where the other half fails, and the failure is told', async () => {
  const revocations = createRevocations()
  const { chat } = await start({ revocations })
  await expect(chat.kick('nobody')).rejects.toMatchObject({ code: 70107 })
  expect(await revocations.notIssuedBefore('nobody')).toBeGreaterThan(0)
  const down = { kick: async () => Promise.reject(new Error('the store is down')) }
  const other = await start({ revocations: down })
  await other.chat.importAccount({ userId: 'alice' })
  await expect(other.chat.kick('alice')).rejects.toThrow('the store is down')
  expect(other.tencent.seen.map(({ command }) => command)).toContain('im_open_login_svc/kick')
})

test.each<[string, Trouble, number | string]>([
  ['busy', { status: 503 }, 'http'],
  ['too many requests', { status: 429, headers: { 'retry-after': '0' } }, 'http'],
  ['a line that breaks', 'hang up', 'network'],
  ["Tencent's own time-out", { code: 70202 }, 70202],
  ['a rate', { code: 60007 }, 60007],
])('%s passes: what can be repeated is, and what cannot is not', async (_name, trouble, code) => {
  const { tencent, chat } = await start()
  tencent.troubles.push(trouble)
  await chat.importAccount({ userId: 'alice' })
  expect(tencent.seen).toHaveLength(1)
  tencent.troubles.push(trouble)
  await expect(chat.deleteAccounts(['alice'])).rejects.toMatchObject({
    code,
    command: 'im_open_login_svc/account_delete',
  })
  expect(tencent.accounts.has('alice')).toBe(true)
  tencent.troubles.push(trouble, trouble, trouble)
  await expect(chat.checkAccounts(['alice'])).rejects.toMatchObject({ code })
  expect(tencent.troubles).toEqual([])
})

test.each<[string, Trouble, number | string]>([
  ['an application that is disabled', { code: 60016 }, 60016],
  ['a page of a proxy', { body: '<html>' }, 'malformed'],
  ['JSON without a code', { body: '{}' }, 'malformed'],
  ['nothing', { body: 'null' }, 'malformed'],
  ['an answer without its list', { body: '{"ErrorCode":0}' }, 'malformed'],
  ['an answer without an end', { body: 'x'.repeat(1_048_577) }, 'too_large'],
  ['a redirect', { status: 302, headers: { location: 'https://example.com' } }, 'http'],
])('%s does not pass, and is asked once', async (_name, trouble, code) => {
  const { tencent, chat } = await start()
  tencent.troubles.push(trouble)
  await expect(chat.checkAccounts(['alice'])).rejects.toMatchObject({ code, name: 'RestError' })
  expect(tencent.seen).toEqual([])
})

test('an answer that does not come is not waited for', async () => {
  const { tencent, chat } = await start({ timeout: 0.2, retries: 1 })
  tencent.troubles.push('silence', 'silence')
  await expect(chat.checkAccounts(['alice'])).rejects.toMatchObject({ code: 'timeout' })
})

test('a key that changes: the next ticket is signed with the new one, also for what cannot be repeated', async () => {
  let secretKey = APP.secretKey
  const { tencent, chat } = await start({ credentials: () => ({ ...APP, secretKey }) })
  await chat.importAccount({ userId: 'alice' })
  secretKey = 'a'.repeat(64)
  tencent.changeKey(secretKey)
  expect(await chat.deleteAccounts(['alice'])).toMatchObject([{ code: 0 }])
  expect(new Set(tencent.seen.map(({ usersig }) => usersig)).size).toBe(2)
})

test('a signer, and one that is chosen for each call', async () => {
  const signer = createUserSigner(APP)
  const remote = createUserSigner({
    sdkAppId: APP.sdkAppId,
    mac: async (content) => new Uint8Array(await crypto.subtle.sign('HMAC', await hmacKey(), content as BufferSource)),
  })
  for (const each of [signer, remote, () => signer, async () => remote]) {
    const { chat } = await start({ signer: each, credentials: undefined } as unknown as Partial<RestClientOptions>)
    expect(await chat.checkAccounts(['alice'])).toHaveLength(1)
  }
})

const hmacKey = () =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(APP.secretKey), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])

test('the key of the environment', async () => {
  const tencent = await startTencent()
  vi.stubEnv('USERSIG_SDKAPPID', String(APP.sdkAppId))
  vi.stubEnv('USERSIG_SECRETKEY', APP.secretKey)
  try {
    const chat = createRestClient({ region: 'usa', apiOrigin: tencent.apiOrigin })
    expect(await chat.checkAccounts(['alice'])).toHaveLength(1)
  } finally {
    vi.unstubAllEnvs()
  }
  expect(() => createRestClient({ region: 'usa' })).toThrow(UserSigError)
})

test('a wrong key is explained, and neither ticket nor address is in the error', async () => {
  const { tencent, chat } = await start({ credentials: { ...APP, secretKey: 'b'.repeat(64) } })
  const error: unknown = await chat.checkAccounts(['alice']).catch((reason: unknown) => reason)
  expect(RestError.is(error)).toBe(true)
  const text = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error)
  expect(text).toMatch(/signed with another key/)
  expect(text).not.toMatch(/e[AJ][\w*-]{20}|usersig=|127\.0\.0\.1/)
  expect(tencent.seen).toEqual([])
})

test('an account is an object with known names', async () => {
  const { tencent, chat } = await start()
  await expect(chat.importAccount({ userID: 'alice' } as never)).rejects.toThrow('did you mean "userId"')
  await expect(chat.importAccount('alice' as never)).rejects.toThrow('needs an object')
  expect(tencent.seen).toEqual([])
})

test('a proxy stands in place of a region', async () => {
  const { tencent, chat } = await start({ region: undefined } as never)
  expect(chat.origin).toBe(tencent.apiOrigin)
  expect(await chat.checkAccounts(['alice'])).toHaveLength(1)
})

test('without retries a call is sent once, also when its ticket is refused', async () => {
  const { tencent, chat } = await start({ retries: 0 })
  tencent.troubles.push({ code: 70003, info: `bad sig ${'x'.repeat(60)}` })
  await expect(chat.checkAccounts(['alice'])).rejects.toMatchObject({ code: 70003, info: 'bad sig …' })
  expect([tencent.troubles, tencent.seen]).toEqual([[], []])
})

test('the host is that of the region', async () => {
  const hosts: string[] = []
  const fetch = async (url: URL) => {
    hosts.push(url.host)
    return Response.json({ ErrorCode: 0, ResultItem: [] })
  }
  for (const region of ['china', 'singapore', 'korea', 'japan', 'germany', 'usa', 'indonesia'] as const) {
    const chat = createRestClient({ region, credentials: APP, fetch: fetch as unknown as typeof globalThis.fetch })
    await chat.checkAccounts(['alice'])
  }
  // Source: trtc.io/document/34620.
  expect(hosts).toEqual([
    'console.tim.qq.com',
    'adminapisgp.im.qcloud.com',
    'adminapikr.im.qcloud.com',
    'adminapijpn.im.qcloud.com',
    'adminapiger.im.qcloud.com',
    'adminapiusa.im.qcloud.com',
    'adminapiidn.im.qcloud.com',
  ])
})

test.each([
  [{ region: 'mars' }, /region/],
  [{ regions: 'china' }, /did you mean "region"/],
  [{ region: 'china', apiOrigin: 'http://example.com' }, /https/],
  [{ apiOrigin: 'https://proxy.example.com/tencent' }, /has a path/],
  [{ region: 'china', revocations: {} }, /createRevocations/],
  [{ region: 'china', retries: 6 }, /retries/],
  [{ region: 'china', timeout: 0 }, /timeout/],
  [{ region: 'china', signer: createUserSigner(APP) }, /choose one/],
])('%j is refused', (options, message) => {
  expect(() => createRestClient({ credentials: APP, ...options } as never)).toThrow(message)
})

test('without a region and a proxy nobody knows where to call', () => {
  expect(() => createRestClient({ credentials: APP })).toThrow(/region is missing: pass one of china/)
})

test.each([
  ['timeout', 3],
  ['retries', 1],
  ['expire', 600],
])('%s bounds something, and is checked', (option, good) => {
  const create = (value: unknown) => createRestClient({ region: 'china', credentials: APP, [option]: value } as never)
  expect(create(good)).toBeDefined()
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e13, '3', '', true, null, 3n, [3]]) {
    expect(() => create(wrong), String(wrong)).toThrow(new RegExp(`^${option} is `))
  }
})

test.each([
  [(chat: ReturnType<typeof createRestClient>) => chat.kick('a\nb'), 'invalid_user_id'],
  [(chat: ReturnType<typeof createRestClient>) => chat.importAccount({ userId: 'x'.repeat(33) }), 'invalid_user_id'],
  [(chat: ReturnType<typeof createRestClient>) => chat.checkAccounts(['alice', '']), 'invalid_user_id'],
])('a UserID that cannot be is refused before anything is sent: %#', async (call, code) => {
  const { tencent, chat } = await start()
  await expect(call(chat)).rejects.toMatchObject({ code })
  await expect(chat.checkAccounts('alice' as never)).rejects.toThrow(/array/)
  await expect(chat.checkAccounts(Array(10_001).fill('alice'))).rejects.toThrow(/10000 at most/)
  await expect(chat.call('../x', {})).rejects.toThrow(/service\/command/)
  expect(tencent.seen).toEqual([])
})
