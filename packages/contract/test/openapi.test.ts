import { readFileSync } from 'node:fs'
import { createUserSigner } from '@usersig/core'
import {
  createUserSigEndpoint,
  createUserSigGuard,
  type EndpointResponse,
  type ProblemCode,
  ProblemError,
  type RequestBody,
} from '@usersig/core/endpoint'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkDocumented, GUARD_REFUSAL } from '../src/openapi.ts'

interface Node {
  readonly [name: string]: Node
}

const spec: Node = parse(readFileSync(new URL('../../../spec/openapi.yaml', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(spec, 'openapi')

/** Every example of a body, and where its schema is. */
function findExamples(node: Node = spec, pointer = ''): [name: string, schema: string, value: unknown][] {
  if (typeof node !== 'object' || node === null) return []
  const { examples } = node
  const own =
    examples && Object.entries(examples).map(([name, { value }]) => [name, `${pointer}/schema`, value] as const)
  const below = Object.entries(node).flatMap(([name, child]) =>
    findExamples(child, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
  return [...(own ?? []), ...below] as [string, string, unknown][]
}

const OPERATION = undefined
const OTHER_PATH = '/components/responses/NotFound'

/** Where each code is answered, which the type sees to; those of a PrivateMapKey and of wrong options are never. */
const DESCRIBED_AT: Record<ProblemCode, { status: number; pointer: string | undefined } | 'never'> = {
  invalid_body: { status: 400, pointer: OPERATION },
  invalid_room: { status: 400, pointer: OPERATION },
  unauthenticated: { status: 401, pointer: OPERATION },
  room_refused: { status: 403, pointer: OPERATION },
  not_found: { status: 404, pointer: OTHER_PATH },
  method_not_allowed: { status: 405, pointer: OPERATION },
  body_timeout: { status: 408, pointer: OPERATION },
  body_too_large: { status: 413, pointer: OPERATION },
  unsupported_media_type: { status: 415, pointer: OPERATION },
  internal_error: { status: 500, pointer: OPERATION },
  missing_user_sig: { status: 401, pointer: GUARD_REFUSAL },
  too_large: { status: 401, pointer: GUARD_REFUSAL },
  malformed: { status: 401, pointer: GUARD_REFUSAL },
  unsupported_version: { status: 401, pointer: GUARD_REFUSAL },
  bad_signature: { status: 401, pointer: GUARD_REFUSAL },
  app_mismatch: { status: 401, pointer: GUARD_REFUSAL },
  expired: { status: 401, pointer: GUARD_REFUSAL },
  not_yet_valid: { status: 401, pointer: GUARD_REFUSAL },
  unexpected_user_buf: { status: 401, pointer: GUARD_REFUSAL },
  revoked: { status: 401, pointer: GUARD_REFUSAL },
  invalid_webhook: { status: 403, pointer: '/components/responses/WebhookRefused' },
  user_refused: { status: 403, pointer: OPERATION },
  too_many_requests: { status: 429, pointer: OPERATION },
  unavailable: { status: 503, pointer: OPERATION },
  invalid_sdk_app_id: 'never',
  invalid_secret_key: 'never',
  invalid_user_id: 'never',
  invalid_expire: 'never',
  invalid_time: 'never',
  invalid_privileges: 'never',
  invalid_user_buf: 'never',
  user_mismatch: 'never',
  user_buf_mismatch: 'never',
  not_a_private_map_key: 'never',
  room_mismatch: 'never',
}
const described = Object.entries(DESCRIBED_AT).flatMap(([code, where]) =>
  where === 'never' ? [] : [{ code: code as ProblemCode, ...where }],
)

function asAnswer({ status, headers, body }: EndpointResponse, method = 'POST') {
  return { method, status, headers: { ...headers }, body }
}

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const onError = () => {}

interface Question {
  method?: string
  user?: string | null
  type?: string
  body?: string | RequestBody
}

const REQUESTS: [ProblemCode | 'ok', Question][] = [
  ['ok', {}],
  ['ok', { body: '{"roomId":7}' }],
  ['ok', { body: '{"strRoomId":"lobby"}' }],
  ['invalid_body', { body: '{' }],
  ['invalid_body', { body: { json: { userId: 'bob' } } }],
  ['invalid_room', { body: '{"roomId":0}' }],
  ['unauthenticated', { user: null }],
  ['room_refused', { body: '{"roomId":8}' }],
  ['method_not_allowed', { method: 'DELETE' }],
  ['body_timeout', { body: 'timeout' }],
  ['body_too_large', { body: 'too-large' }],
  ['unsupported_media_type', { body: '{}', type: 'text/plain' }],
  ['internal_error', { user: 'a\nb' }],
  ['user_refused', { user: 'administrator' }],
  ['too_many_requests', { user: 'busy' }],
]

const FLAGS: unknown[] = ['timeout', 'too-large', 'aborted']

function ask({ method = 'POST', user = 'alice', type = 'application/json', body = '' }: Question) {
  const endpoint = createUserSigEndpoint<null>({
    signer,
    authenticate: () => user,
    authorizeRoom: ({ roomId }) => (roomId === 8 ? null : 'audience'),
    limit: ({ userId }) => (userId === 'busy' ? { retryAfter: 7 } : undefined),
    onError,
  })
  const raw = typeof body === 'string' && !FLAGS.includes(body) ? new TextEncoder().encode(body) : body
  return endpoint({
    method,
    header: (name) => (name === 'content-type' ? type : undefined),
    readBody: async () => raw as RequestBody,
    request: null,
    context: undefined,
  })
}

const now = Math.floor(Date.now() / 1000)
const TICKETS: [ProblemCode, string][] = [
  ['missing_user_sig', ''],
  ['malformed', 'nonsense'],
  ['too_large', 'e'.repeat(5000)],
  ['bad_signature', createUserSigner({ ...credentials, secretKey: 'another' }).genUserSig('alice')],
  ['app_mismatch', createUserSigner({ ...credentials, sdkAppId: 2 }).genUserSig('alice')],
  ['expired', signer.genUserSig('alice', { now: now - 7200, expire: 60 })],
  ['not_yet_valid', signer.genUserSig('alice', { now: now + 7200 })],
  ['unexpected_user_buf', signer.genPrivateMapKey('alice', { roomId: 7 })],
]

describe('the description of the contract', () => {
  test.each(REQUESTS)('allows what the endpoint answers: %s to %j', async (code, question) => {
    const answer = asAnswer(await ask(question), question.method)
    expect(JSON.parse(answer.body).code ?? 'ok').toBe(code)
    checkDocumented(answer)
  })

  test.each(TICKETS)('allows what the guard answers: %s', async (code, ticket) => {
    const guard = createUserSigGuard<null>({ signer, onError })
    const { response } = await guard({ header: () => `Bearer ${ticket}`, request: null, context: undefined })
    expect(JSON.parse(response?.body ?? '').code).toBe(code)
    checkDocumented(asAnswer(response as EndpointResponse), GUARD_REFUSAL)
  })

  test.each(described)('knows $code', ({ code, status, pointer }) => {
    const headers = { 'www-authenticate': 'Bearer realm="usersig"', allow: 'POST', 'retry-after': '5' }
    const response = new ProblemError(code, 'a detail', { headers }).toResponse()
    expect(response.status).toBe(status)
    checkDocumented(asAnswer(response), pointer)
  })

  test('knows no other code', () => {
    const responses = Object.values(spec['components']?.['responses'] ?? {})
    const codes = responses.flatMap((response) => {
      const schema = response['content']?.['application/problem+json']?.['schema']?.['allOf']?.[1]
      const code = schema?.['properties']?.['code'] as { enum?: string[]; const?: string } | undefined
      return code?.enum ?? [code?.const]
    })
    expect(codes.sort()).toEqual(described.map(({ code }) => code).sort())
  })

  test('refuses answers that it does not describe', async () => {
    const answer = asAnswer(await ask({ user: null }))
    const problem = JSON.parse(answer.body)
    for (const body of [
      { ...problem, code: 'expired' },
      { ...problem, stack: 'at …' },
      { ...problem, status: 400 },
    ]) {
      expect(() => checkDocumented({ ...answer, body: JSON.stringify(body) })).toThrow()
    }
    expect(() => checkDocumented({ ...answer, headers: { 'content-type': 'application/problem+json' } })).toThrow()
    const issued = asAnswer(await ask({}))
    const more = { ...JSON.parse(issued.body), secretKey: 'x' }
    expect(() => checkDocumented({ ...issued, body: JSON.stringify(more) })).toThrow()
  })

  test.each(findExamples())('keeps to itself in the example %s', (_, schema, value) => {
    const validate = ajv.getSchema(`openapi#${schema}`)
    expect(validate?.(value), ajv.errorsText(validate?.errors)).toBe(true)
  })

  test('has an example for each response', () => {
    expect(findExamples().length).toBeGreaterThan(Object.keys(spec['components']?.['responses'] ?? {}).length)
  })
})
