import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createUserSigSource, UserSigSourceError } from '../src/index.ts'
import { breakDown, createEndpoint, hang, LOGIN, refuse } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

const SET = { sdkAppId: 1, userId: 'alice', userSig: 'x', issuedAt: START - 60, expire: 60, expiresAt: START + 60 }

function observe<T>(promise: Promise<T>) {
  const state: { value?: T; error?: unknown } = {}
  promise.then(
    (value) => {
      state.value = value
    },
    (error) => {
      state.error = error
    },
  )
  return state
}

test.each([
  ['a broken connection', breakDown],
  ['an overloaded server', refuse(503)],
  ['a request time-out of the server', refuse(408)],
  ['a rate limit', refuse(429)],
])('%s is tried again', async (_name, failure) => {
  const endpoint = createEndpoint()
  endpoint.next.push(failure, failure)
  const state = observe(createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get())
  await advance(2)
  expect(state.value?.userId).toBe('alice')
  expect(endpoint.requests.length).toBe(3)
})

test('the pauses grow, and end', async () => {
  const times: number[] = []
  const start = Date.now()
  const source = createUserSigSource({
    ...LOGIN,
    retries: 6,
    timeout: 60,
    fetch: async () => {
      times.push((Date.now() - start) / 1000)
      return refuse(500)(new Request('https://app.example')) as Response
    },
  })
  const state = observe(source.get())
  await advance(60)
  expect(state.error).toMatchObject({ code: 'overloaded', status: 500, retryable: true, detail: 'come back later' })
  expect(times.length).toBe(7)
  times.forEach((time, index) => {
    const longest = 2 ** (index - 1) / 2
    if (index) expect(time - (times[index - 1] as number)).toBeLessThanOrEqual(longest + 0.001)
  })
})

test.each([401, 403, 404, 400])('%i is final', async (status) => {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(status))
  await expect(createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get()).rejects.toMatchObject({
    status,
    retryable: false,
  })
  expect(endpoint.requests.length).toBe(1)
})

test('Retry-After is waited for', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(429, { 'retry-after': '7' }))
  const state = observe(createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get())
  await advance(6)
  expect(endpoint.requests.length).toBe(1)
  await advance(2)
  expect(state.value?.userId).toBe('alice')
})

test('a long Retry-After is told to the caller instead', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(503, { 'retry-after': '600' }))
  await expect(createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get()).rejects.toMatchObject({
    retryAfter: 600,
    retryable: true,
  })
})

test('a server that hangs is given up after the timeout', async () => {
  const endpoint = createEndpoint()
  let aborted = false
  endpoint.next.push((request) => {
    request.signal.addEventListener('abort', () => {
      aborted = true
    })
    return hang(request)
  })
  const state = observe(createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, timeout: 3, retries: 0 }).get())
  await advance(4)
  expect(state.error).toMatchObject({ code: 'timeout', retryable: true, message: 'the endpoint took more than 3 s' })
  expect(aborted).toBe(true)
})

test.each(['soon', '-5', '0'])('a Retry-After of %j leaves the waits as they are', async (value) => {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(429, { 'retry-after': value }))
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
  await expect(source.get()).rejects.toMatchObject({ status: 429, retryAfter: undefined })
})

const html =
  (status = 200) =>
  () =>
    new Response('<html>', { status, headers: { 'content-type': 'text/html' } })

test.each([
  ['HTML', html(), '200 text/html: not JSON; a login page, a captive portal, a wrong address?'],
  ['an empty success', () => new Response(null, { status: 204 }), '204 : not JSON; a login page'],
  ['null', () => Response.json(null), '200 application/json: no valid sdkAppId'],
  ['no ticket', () => Response.json({ ...SET, userSig: undefined }), 'no valid userSig'],
  ['no application', () => Response.json({ ...SET, sdkAppId: undefined }), 'no valid sdkAppId'],
  ['no user', () => Response.json({ ...SET, userId: undefined }), 'no valid userId'],
  ['no lifetime', () => Response.json({ ...SET, expire: undefined, expiresAt: undefined }), 'no valid expire'],
  ['a moment of issue in words', () => Response.json({ ...SET, issuedAt: 'soon' }), 'no valid issuedAt'],
  ['another user', () => Response.json({ ...SET, userId: 'bob' }), 'tickets of bob, not of alice'],
  ['another room', () => Response.json({ ...SET, roomId: 7 }), 'tickets for the room {"roomId":7}'],
  ['a ticket that has ended', () => Response.json({ ...SET, expiresAt: START }), 'the tickets have ended'],
])('%s in place of tickets is refused, with what came', async (_name, answer, message) => {
  const endpoint = createEndpoint()
  endpoint.next.push(answer)
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, userId: 'alice' })
  await expect(source.get()).rejects.toMatchObject({
    code: 'invalid_answer',
    message: expect.stringContaining(message),
  })
  expect(endpoint.requests.length).toBe(1)
})

test('201 is a success, too', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(() => Response.json({ ...SET }, { status: 201 }))
  expect((await createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get()).userId).toBe('alice')
})

test('an error without a problem document', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(() => new Response('Forbidden', { status: 403 }))
  await expect(createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get()).rejects.toMatchObject({
    code: 'http_403',
    message: '403 text/plain;charset=UTF-8: no explanation',
  })
})

test('what the app throws in its functions comes out as it is', async () => {
  const failure = new Error('no login yet')
  const source = createUserSigSource({
    ...LOGIN,
    headers: () => {
      throw failure
    },
  })
  await expect(source.get()).rejects.toBe(failure)
})

test('with tickets that are still valid, a failed renewal is no error', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
  const first = await source.get()
  await advance(3400)
  endpoint.next.push(breakDown)
  expect(await source.get()).toBe(first)
  await settle()
  // The next ones do not wait for an endpoint that just failed.
  endpoint.next.push(refuse(401), breakDown, breakDown)
  expect(await source.get()).toBe(first)
  expect(endpoint.requests.length).toBe(2)
  await advance(61)
  expect(await source.get()).toBe(first)
  await settle()
  expect(endpoint.requests.length).toBe(3)
  await expect(source.refresh()).rejects.toMatchObject({ code: 'network' })
  await advance(300)
  expect(source.current()).toBeUndefined()
  await expect(source.get()).rejects.toMatchObject({ code: 'network' })
})

test('errors show no ticket, no header and no address', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(breakDown)
  const error = await createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
    .get()
    .catch((reason) => reason)
  expect(error).toBeInstanceOf(UserSigSourceError)
  expect(error.message).toBe('no answer (TypeError): check connection, address and CORS')
  for (const text of [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error)]) {
    expect(text).not.toContain('app login')
    expect(text).not.toContain('app.example')
  }
})

test('stop ends what is under way', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(hang)
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const state = observe(source.get())
  await settle()
  await source.stop()
  await settle()
  expect(state.error).toMatchObject({ code: 'stopped' })
  await expect(source.get()).rejects.toMatchObject({ code: 'stopped' })
  expect(source.current()).toBeUndefined()
})
