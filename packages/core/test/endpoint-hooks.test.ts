import { expect, it, vi } from 'vitest'
import { createUserSigEndpoint, type EndpointOptions, type IssuedEvent } from '../src/endpoint/index.ts'
import { createRequest, type RequestParts, type Source } from './endpoint-request.ts'

function ask(parts: RequestParts, options: Partial<EndpointOptions<Source>>) {
  const endpoint = createUserSigEndpoint<Source>({
    credentials: { sdkAppId: 1400000000, secretKey: 'the key of these tests' },
    authenticate: ({ user }) => user,
    authorizeRoom: () => 'audience',
    ...options,
  })
  return endpoint(createRequest(parts))
}

const waitUntil = () => {
  throw new TypeError('Illegal invocation')
}

it('a hook that writes to what it is told changes no answer', async () => {
  const onIssued = (event: IssuedEvent) => {
    Object.assign(event, { userId: 'bob' })
    ;(event.privileges as string[]).length = 0
  }
  const { body } = await ask({ body: '{"roomId":7}' }, { onIssued })
  expect(JSON.parse(body)).toMatchObject({ userId: 'alice', privileges: ['enterRoom', 'receiveAudio', 'receiveVideo'] })
})

it('a platform that does not wait for a hook harms no success', async () => {
  const onError = vi.fn()
  expect((await ask({ waitUntil }, { onIssued: async () => {}, onError })).status).toBe(200)
  expect(onError.mock.calls.map(([event]) => event)).toMatchObject([{ status: 200, code: 'hook_failed' }])
})

it('a platform that does not wait for a hook harms no refusal', async () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect((await ask({ waitUntil, user: null }, { onError: async () => {} })).status).toBe(401)
  expect(print.mock.calls).toEqual([['usersig: the onError hook failed: TypeError: Illegal invocation']])
  print.mockRestore()
})
