import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { wechat } from '../src/index.ts'
import { listen } from './provider.ts'

const APP_ID = 'wx0123456789abcdef'
const SECRET = 'ffffffffffffffffffffffffffffffff'
const OPENID = 'oABCD5aBcDeFgHiJkLmNoPqRsTuV'
const SESSION_KEY = 'HyVFkGl5F5OQWJZZaNzBBg=='

/** What WeChat answers to a code. Source of the form: code2Session in WeChat's documents. */
let answers: Map<string, object>
let asked: URL[]
let hangs = false
let service: Awaited<ReturnType<typeof listen>>
const refusals: string[] = []
const options = { appId: APP_ID, appSecret: SECRET, onRefused: (error: Error) => void refusals.push(error.message) }
const withCode = (code: string) => ({ headers: { authorization: `WxLogin ${code}` } })

beforeAll(async () => {
  service = await listen((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    asked.push(url)
    if (hangs) return
    const code = url.searchParams.get('js_code') ?? ''
    const answer = answers.get(code) ?? { errcode: 40029, errmsg: 'invalid code' }
    // A code counts once.
    if (answers.has(code)) answers.set(code, { errcode: 40163, errmsg: 'code been used' })
    response.setHeader('content-type', 'text/plain').end(JSON.stringify(answer))
  })
})
afterAll(() => service.close())

beforeEach(() => {
  answers = new Map()
  asked = []
  refusals.length = 0
  hangs = false
  // WeChat itself is out of reach: its host is replaced, and nothing else of the request.
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    fetch(String(address).replace('https://api.weixin.qq.com', service.origin), init),
  )
})
afterEach(() => void vi.unstubAllGlobals())

describe('wechat', () => {
  test('exchanges a code for the openid, and asks as the documents say', async () => {
    answers.set('code-of-alice', { openid: OPENID, session_key: SESSION_KEY })
    expect(await wechat(options)(withCode('code-of-alice'))).toBe(OPENID)
    expect(asked[0]?.pathname).toBe('/sns/jscode2session')
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      appid: APP_ID,
      secret: SECRET,
      js_code: 'code-of-alice',
      grant_type: 'authorization_code',
    })
  })

  test('reads the header of an event, whose name may be in any case', async () => {
    answers.set('code', { openid: OPENID, session_key: SESSION_KEY })
    expect(await wechat(options)({ headers: { Authorization: 'WxLogin code' } })).toBe(OPENID)
  })

  test('takes the unionid where the app asks for it', async () => {
    const authenticate = wechat({ ...options, userId: 'unionid' })
    answers.set('one', { openid: OPENID, session_key: SESSION_KEY, unionid: 'oUNION' })
    answers.set('two', { openid: OPENID, session_key: SESSION_KEY })
    expect(await authenticate(withCode('one'))).toBe('oUNION')
    await expect(authenticate(withCode('two'))).rejects.toMatchObject({ status: 401 })
    expect(refusals).toEqual([expect.stringContaining('bind the mini program')])
  })

  test('refuses a code that was used, and one of nobody', async () => {
    const authenticate = wechat(options)
    answers.set('once', { openid: OPENID, session_key: SESSION_KEY })
    await authenticate(withCode('once'))
    await expect(authenticate(withCode('once'))).rejects.toMatchObject({ status: 401 })
    await expect(authenticate(withCode('invented'))).rejects.toMatchObject({ status: 401 })
    expect(refusals).toEqual([
      'WeChat refused the code of wx.login: 40163',
      'WeChat refused the code of wx.login: 40029',
    ])
  })

  test.each([
    ['no header', {}],
    ['another scheme', { authorization: 'Bearer code' }],
    ['a code that is too long', { authorization: `WxLogin ${'x'.repeat(129)}` }],
    ['two headers that differ', { authorization: 'WxLogin one', Authorization: 'WxLogin two' }],
    ['a code that would write into the address', { authorization: 'WxLogin a&appid=other' }],
  ])('asks nobody for %s', async (_, headers) => {
    expect(await wechat(options)({ headers })).toBeNull()
    expect(asked).toEqual([])
  })

  test.each([
    ['a busy WeChat', { errcode: -1 }],
    ['a quota that is used up', { errcode: 45011 }],
    ['a wrong secret', { errcode: 40125, errmsg: `invalid appsecret ${SECRET}` }],
  ])('answers 503 for %s, without a secret', async (_, answer) => {
    answers.set('code', answer)
    const error = await wechat(options)(withCode('code')).catch((error: unknown) => error)
    expect(error).toMatchObject({ status: 503 })
    for (const shown of [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error)]) {
      expect(shown).not.toContain(SECRET)
    }
  })

  test('waits for no more than 100 answers at the same time', async () => {
    hangs = true
    const authenticate = wechat(options)
    const waiting = Array.from({ length: 100 }, (_, i) => authenticate(withCode(`code-${i}`)).catch(() => 'failed'))
    await expect(authenticate(withCode('one-more'))).rejects.toMatchObject({ status: 503 })
    // Which is before WeChat answers, and without asking it.
    expect(asked.some(({ searchParams }) => searchParams.get('js_code') === 'one-more')).toBe(false)
    hangs = false
    service.server.closeAllConnections()
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['failed']))
  })

  test('names a wrong option', () => {
    expect(() => wechat({ appId: APP_ID } as never)).toThrow('appSecret is missing')
    expect(() => wechat({ ...options, appID: APP_ID } as never)).toThrow('did you mean "appId"?')
    expect(() => wechat({ ...options, userId: 'session_key' as never })).toThrow(TypeError)
  })
})
