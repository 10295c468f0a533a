import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { describePollution } from '@usersig/contract/pollution'
import { createUserSigner } from '@usersig/core'
import { afterEach, expect, test } from 'vitest'
import {
  type FunctionHandler,
  getUserSig,
  getWebhook,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'
import { CLOUDBASE, SCF_FUNCTION_URL } from './events/recorded.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const ticket = createUserSigner(credentials).genUserSig('alice')
const onError = () => {}
const names: string[] = []

function pollute(name: string, value: unknown): void {
  names.push(name)
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
}

afterEach(() => {
  for (const name of names.splice(0)) Reflect.deleteProperty(Object.prototype, name)
})

test('nothing on Object.prototype stands for a field of an event, a header or a context', async () => {
  const guarded = requireUserSig({ credentials, onError })(() => ({ statusCode: 200 }))
  const headers = { authorization: `Bearer ${ticket}` }
  const events = [CLOUDBASE, SCF_FUNCTION_URL, {}]
  expect(await guarded({ ...CLOUDBASE, headers }, {})).toEqual({ statusCode: 200 })
  pollute('authorization', headers.authorization)
  pollute('multiValueHeaders', { authorization: [headers.authorization] })
  pollute('cookies', ['a=b'])
  pollute('resource', '/{proxy+}')
  pollute('httpContext', { url: 'http://localhost/', httpMethod: 'GET', headers })
  pollute('elb', {})
  pollute('callable', true)
  for (const event of events.slice(0, 2)) expect(await guarded(event, {})).toMatchObject({ statusCode: 401 })
  await expect(guarded({}, {})).rejects.toThrow(/not an HTTP request/)
  const issue = issueUserSig({ credentials, authenticate: () => 'alice', onError })
  await expect(issue({ strRoomId: 'lobby' }, {})).rejects.toThrow(/not an HTTP request/)
})

const sendUser = (event: object) => ({ statusCode: 200, body: JSON.stringify({ userId: getUserSig(event).userId }) })
const sendEvent = (event: object) => ({ statusCode: 200, body: JSON.stringify({ event: getWebhook(event) }) })

describePollution('event functions', [issueUserSig, requireUserSig, requireWebhook], async (polluted) => {
  const routes: Record<string, FunctionHandler> = await polluted(() => ({
    '/usersig': issueUserSig({ authenticate: (event) => event.headers['x-test-user'] }),
    '/guarded': requireUserSig()(sendUser),
    '/webhook/trtc': requireWebhook({ trtcKey: 'the key of TRTC' })(sendEvent),
    '/webhook/chat': requireWebhook({ chatToken: WEBHOOK_OPTIONS.chat.chatToken })(sendEvent),
  }))
  return {
    async ask({ path, query = '', method, headers, body = '' }) {
      const queryStringParameters = Object.fromEntries(new URLSearchParams(query))
      const event = { ...CLOUDBASE, path, httpMethod: method, headers, queryStringParameters, body }
      const answer = await polluted(() => routes[path]?.(event, {}) ?? Promise.reject(new Error(path)))
      return { status: answer.statusCode, body: answer.body }
    },
  }
})
