import { expect, test } from 'vitest'
import { createUserSigEndpoint, type EndpointOptions } from '../src/endpoint/index.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'a key of these tests' }

async function ask(limit: unknown, more: object = {}) {
  const events: { code: string; status: number; userId?: string }[] = []
  const endpoint = createUserSigEndpoint<null>({
    credentials,
    authenticate: () => 'alice',
    limit: limit as NonNullable<EndpointOptions<null>['limit']>,
    onError: (event) => events.push(event as never),
    ...more,
  })
  const answer = await endpoint({
    method: 'POST',
    header: () => null,
    readBody: async () => new Uint8Array(),
    request: null,
    context: undefined,
  })
  return { ...answer, events }
}

test.each([
  [0, '1'],
  [0.2, '1'],
  [7.1, '8'],
  [1e9, '86400'],
])('a limiter that asks to wait %d s sends Retry-After: %s', async (retryAfter, header) => {
  const { status, headers, body } = await ask(() => ({ retryAfter }))
  expect([status, headers['retry-after']]).toEqual([429, header])
  expect(JSON.parse(body)).toMatchObject({ code: 'too_many_requests' })
})

test.each([undefined, null])('%s lets the request pass', async (answer) => {
  const { status, events } = await ask(() => answer)
  expect([status, events]).toEqual([200, []])
})

test.each([
  [
    'throws',
    () => {
      throw new Error('down')
    },
  ],
  ['rejects', () => Promise.reject(new Error('down'))],
  ['hangs', () => new Promise(() => {})],
  ['returns true', () => true],
  ['returns milliseconds as a text', () => ({ retryAfter: '1000' })],
  ['returns an infinite time', () => ({ retryAfter: Number.POSITIVE_INFINITY })],
  ['returns a negative time', () => ({ retryAfter: -1 })],
])('a limiter that %s lets the request pass, and is reported', async (_, limit) => {
  const { status, events } = await ask(limit, { callbackTimeout: 0.05 })
  expect(status).toBe(200)
  expect(events).toMatchObject([{ userId: 'alice' }])
})

test.each([
  ['throws', () => Promise.reject({ msBeforeNext: 900, remainingPoints: 0 }), /catch it, and return \{ retryAfter/],
  ['returns', () => ({ msBeforeNext: 900, remainingPoints: 3 }), /an object without retryAfter/],
])('what rate-limiter-flexible %s is named', async (_, limit, message) => {
  const { status, events } = await ask(limit)
  expect([status, events]).toEqual([200, [expect.objectContaining({ error: expect.any(TypeError) })]])
  expect((events[0] as unknown as { error: Error }).error.message).toMatch(message)
})
