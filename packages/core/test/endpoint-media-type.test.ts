import { expect, it } from 'vitest'
import { createUserSigEndpoint } from '../src/endpoint/index.ts'
import { createRequest, type Source } from './endpoint-request.ts'

const endpoint = createUserSigEndpoint<Source>({
  credentials: { sdkAppId: 1400000000, secretKey: 'the key of these tests' },
  authenticate: () => 'alice',
  authorizeRoom: () => 'audience',
  onError: () => {},
})

async function statusFor(type: string): Promise<number> {
  const request = createRequest({ body: '{"roomId":7}', headers: { 'content-type': type } })
  return (await endpoint(request)).status
}

it.each([
  'application/json',
  ' Application/JSON ',
  'application/json;',
  'application/json;charset=utf8',
  'application/json ; charset="UTF-8" ',
  'application/json; odata=verbose',
  'application/json; profile="x"; charset=utf-8',
])('takes %s', async (type) => {
  expect(await statusFor(type)).toBe(200)
})

// The last four are among what a page of another origin may send without asking first.
it.each([
  '',
  ';',
  'json',
  'text/json',
  'application/jsonx',
  'application/json-patch+json',
  'application/json, text/plain',
  'application/json; charset=utf-16',
  'application/json; charset="utf-8',
  'application/json; charset=utf-8; charset=gbk',
  'text/plain',
  'text/plain; application/json',
  'text/plain; x=application/json',
  'application/x-www-form-urlencoded; charset=utf-8',
])('refuses %s', async (type) => {
  expect(await statusFor(type)).toBe(415)
})
