import { ProblemError } from '@usersig/core/endpoint'
import { expect, test } from 'vitest'
import { readLoadBalancer } from '../src/forms/aws.ts'

const event = {
  httpMethod: 'POST',
  path: '/',
  requestContext: { elb: {} },
  headers: {},
  body: '',
  isBase64Encoded: false,
}

test.each([
  ['invalid_body', '400 Bad Request'],
  ['unauthenticated', '401 Unauthorized'],
  ['room_refused', '403 Forbidden'],
  ['not_found', '404 Not Found'],
  ['method_not_allowed', '405 Method Not Allowed'],
  ['body_timeout', '408 Request Timeout'],
  ['body_too_large', '413 Content Too Large'],
  ['unsupported_media_type', '415 Unsupported Media Type'],
  ['too_many_requests', '429 Too Many Requests'],
  ['internal_error', '500 Internal Server Error'],
  ['unavailable', '503 Service Unavailable'],
] as const)('a load balancer gets the name of the status of %s', async (code, statusDescription) => {
  const problem = new ProblemError(code, 'why').toResponse()
  expect(await readLoadBalancer(event)?.answer(problem)).toMatchObject({ statusDescription })
})
