import { expect, it, vi } from 'vitest'
import {
  createUserSigEndpoint,
  createUserSigGuard,
  createWebhookGuard,
  type EndpointOptions,
  type OutcomeEvent,
} from '../src/endpoint/index.ts'
import { createRequest, type RequestParts, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }

function ask(parts: RequestParts, options: Partial<EndpointOptions<Source>>) {
  const endpoint = createUserSigEndpoint<Source>({ credentials, authenticate: ({ user }) => user, ...options })
  return endpoint(createRequest(parts))
}

const duration = expect.toSatisfy((value: unknown) => typeof value === 'number' && value >= 0 && value < 10)

it('is told once for each request, with the application as soon as it is known', async () => {
  const onOutcome = vi.fn<(event: OutcomeEvent, request: Source) => void>()
  const onError = () => {}
  await ask({}, { onOutcome, onError })
  await ask({ user: null }, { onOutcome, onError })
  await ask({ user: 'far too long for a UserID, which has 32 bytes' }, { onOutcome, onError })
  expect(onOutcome.mock.calls.map(([event]) => event)).toEqual([
    { kind: 'issue', status: 200, code: 'ok', duration, sdkAppId: 1400000000 },
    { kind: 'issue', status: 401, code: 'unauthenticated', duration },
    { kind: 'issue', status: 500, code: 'internal_error', duration, sdkAppId: 1400000000 },
  ])
  expect(onOutcome.mock.calls[1]?.[1]).toMatchObject({ user: null })
})

it('counts what callbacks take', async () => {
  const onOutcome = vi.fn<(event: OutcomeEvent) => void>()
  let now = 1000
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  const authenticate = () => {
    now += 250
    return 'alice'
  }
  await ask({}, { onOutcome, authenticate })
  clock.mockRestore()
  expect(onOutcome.mock.calls[0]?.[0].duration).toBe(0.25)
})

it('a hook that fails changes no answer and is reported', async () => {
  const onError = vi.fn()
  const fail = () => {
    throw new Error('no metrics')
  }
  expect((await ask({}, { onOutcome: fail, onError })).status).toBe(200)
  expect((await ask({}, { onOutcome: () => Promise.reject(new Error('later')), onError })).status).toBe(200)
  await new Promise((resolve) => setImmediate(resolve))
  expect(onError.mock.calls.map(([{ status, code }]) => [status, code])).toEqual([
    [200, 'hook_failed'],
    [200, 'hook_failed'],
  ])
})

it('the guards tell, too', async () => {
  const events: OutcomeEvent[] = []
  const hooks = { onOutcome: (event: OutcomeEvent) => void events.push(event), onError: () => {} }
  const { body } = await ask({}, {})
  const guard = createUserSigGuard({ credentials, ...hooks })
  await guard(createRequest({ headers: { authorization: `Bearer ${JSON.parse(body).userSig}` } }))
  await guard(createRequest({}))
  const webhooks = createWebhookGuard({ chatToken: 'the token of these tests', ...hooks })
  await webhooks({ ...createRequest({}), query: () => null })
  expect(events).toEqual([
    { kind: 'guard', status: 200, code: 'ok', duration, sdkAppId: 1400000000 },
    { kind: 'guard', status: 401, code: 'missing_user_sig', duration },
    { kind: 'webhook', status: 403, code: 'invalid_webhook', duration },
  ])
})
