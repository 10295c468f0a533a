import { createHmac } from 'node:crypto'
import { describeBounds } from '@usersig/contract/bounds'
import { describe, expect, test, vi } from 'vitest'
import { getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import { context } from './support/fixture.ts'

const BODY = '{"EventType":103}'
const SIGN = createHmac('sha256', 'my key').update(BODY).digest('base64')

const webhook = (headers: Record<string, string> = { sign: SIGN }) =>
  new Request('https://api.example.com/webhook', { method: 'POST', headers, body: BODY })

describe('requireWebhook', () => {
  test('asks for the key with the request, env and ctx, and the application that the webhook names', async () => {
    const trtcKey = vi.fn((..._call: unknown[]) => 'my key')
    const handler = vi.fn((request: Request, _env: object) => new Response(JSON.stringify(getWebhook(request))))
    const guarded = requireWebhook({ trtcKey })(handler)
    const [request, env, ctx] = [webhook({ sign: SIGN, sdkappid: '1400000000' }), { name: 'env' }, context()]
    expect(await (await guarded(request, env, ctx)).json()).toEqual({ EventType: 103 })
    expect(trtcKey).toHaveBeenCalledExactlyOnceWith(request, { env, ctx }, { sdkAppId: '1400000000' })
    expect(handler).toHaveBeenCalledExactlyOnceWith(request, env, ctx)
  })

  test('does not read the body of a request whose signature cannot be right', async () => {
    const handler = vi.fn(() => new Response())
    const request = webhook({ sign: 'x' })
    expect((await requireWebhook({ trtcKey: 'my key', onError: () => {} })(handler)(request)).status).toBe(403)
    expect([request.bodyUsed, handler.mock.calls.length]).toEqual([false, 0])
  })

  test('says what is missing where no handler follows the options', () => {
    const guard = requireWebhook({ trtcKey: 'my key' }) as (handler?: unknown) => unknown
    expect(() => guard()).toThrow(/handler to guard is missing/)
  })

  test.each([
    ['a handler in the place of the options', () => new Response(), /options come first/],
    ['no key', {}, /trtcKey or chatToken is missing/],
    ['a misspelled name', { trtckey: 'my key' }, /did you mean "trtcKey"/],
    ['an age that bounds nothing', { trtcKey: 'my key', maxAge: Number.NaN }, /maxAge is NaN/],
  ])('refuses %s when it is created', (_name, options, message) => {
    expect(() => requireWebhook(options as never)).toThrow(message)
  })
})

test('getWebhook says what is missing where no guard was', () => {
  expect(() => getWebhook(webhook())).toThrow(/requireWebhook\(\{ trtcKey \}\)\(\(request\) =>/)
})

describeBounds({ issue: issueUserSig as never, guard: requireUserSig as never, webhook: requireWebhook as never })
