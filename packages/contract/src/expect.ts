import assert from 'node:assert/strict'
import { createUserSigner } from '@usersig/core'
import { type HttpCase, http } from '@usersig/vectors'
import type { Answer } from './client.ts'
import { SDK_APP_ID, SECRET_DETAIL, SECRET_KEY } from './fixture.ts'
import { checkDocumented, GUARD_REFUSAL } from './openapi.ts'

/** Title and status of each problem of the guard for webhooks. */
const WEBHOOK_PROBLEMS = {
  invalid_webhook: [403, 'The webhook is not authentic', 'WebhookRefused'],
  unavailable: [503, 'The server cannot answer right now', 'Unavailable'],
  invalid_body: [400, 'The body is not a valid request', 'BadRequest'],
  body_too_large: [413, 'The body is too large', 'BodyTooLarge'],
} as const

const UNWANTED_HEADERS = ['etag', 'set-cookie', 'access-control-allow-origin', 'access-control-allow-methods']

export const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

/** What a client gets that logs in. */
export interface Issued {
  readonly userSig: string
  readonly privateMapKey?: string
  readonly issuedAt: number
  readonly expire: number
  readonly expiresAt: number
}

/** Asserts that the answer holds valid tickets for this user and this room, and nothing else. */
export function expectIssued(answer: Answer, userId: string, room?: HttpCase['expect']['room']): Issued {
  assert.equal(answer.status, 200, answer.body)
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8')
  checkHead(answer)
  checkDocumented(answer)
  const { userSig, privateMapKey, issuedAt, expire, expiresAt, ...rest } = JSON.parse(answer.body)
  assert.deepEqual(rest, {
    sdkAppId: SDK_APP_ID,
    userId,
    ...(room && { ...room, privileges: ['enterRoom', 'receiveAudio', 'receiveVideo'] }),
  })
  assert.equal(signer.verifyUserSig(userSig, { userId }).expiresAt, expiresAt)
  assert.ok(Math.abs(Date.now() / 1000 - issuedAt) < 60, `issuedAt is ${issuedAt}`)
  assert.equal(expiresAt, issuedAt + expire)
  if (room) signer.verifyPrivateMapKey(privateMapKey, { userId, ...room })
  else assert.equal(privateMapKey, undefined)
  return { userSig, privateMapKey, issuedAt, expire, expiresAt }
}

/** Asserts that the answer is this problem, with every header that goes with it. */
export function expectProblem(answer: Answer, code: string): void {
  const { status, title } = http.problems[code] ?? assert.fail(`${code} is not a problem of the contract`)
  expectProblemDocument(answer, code, status, title)
  checkDocumented(answer, code === 'missing_user_sig' ? GUARD_REFUSAL : undefined)
  assert.equal(answer.headers.allow, code === 'method_not_allowed' ? 'POST' : undefined)
  assert.equal(answer.headers['www-authenticate'], status === 401 ? 'Bearer realm="usersig"' : undefined)
}

/** Asserts that the guard refuses the ticket for this reason. */
export function expectRefusedTicket(answer: Answer, code: string, ticket: string): void {
  expectProblemDocument(answer, code, 401, 'The UserSig is not valid')
  checkDocumented(answer, GUARD_REFUSAL)
  assert.equal(
    answer.headers['www-authenticate'],
    `Bearer realm="usersig", error="invalid_token", error_description="${code}"`,
  )
  assert.ok(!answer.body.includes(ticket), 'the ticket is repeated in the answer')
}

/** Asserts that the server knows no application for the request. */
export function expectNotFound(answer: Answer): void {
  expectProblemDocument(answer, 'not_found', 404, 'Not found')
  checkDocumented(answer, '/components/responses/NotFound')
}

/** Asserts that the guard for webhooks refuses, for this reason. */
export function expectWebhookRefused(answer: Answer, code: keyof typeof WEBHOOK_PROBLEMS): void {
  const [status, title, name] = WEBHOOK_PROBLEMS[code]
  expectProblemDocument(answer, code, status, title)
  checkDocumented(answer, `/components/responses/${name}`)
}

/** Asserts that somebody before the handler, or the handler, blamed the client and issued nothing. */
export function expectRefused(answer: Answer): void {
  assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${answer.body}`)
  assert.doesNotMatch(answer.body, /userSig"/)
}

function expectProblemDocument(answer: Answer, code: string, status: number, title: string): void {
  assert.equal(answer.status, status, answer.body)
  assert.equal(answer.headers['content-type'], 'application/problem+json')
  checkHead(answer)
  const { detail, ...rest } = JSON.parse(answer.body)
  assert.deepEqual(rest, { type: `urn:usersig:problem:${code}`, title, status, code })
  assert.ok(typeof detail === 'string' && detail !== '', 'detail is missing')
  assert.ok(!answer.body.includes(SECRET_DETAIL), 'the answer tells what a callback threw')
  assert.ok(!detail.includes('\n'), 'detail has more than one line')
}

function checkHead({ headers, body }: Answer): void {
  assert.equal(headers['cache-control'], 'no-store')
  for (const name of UNWANTED_HEADERS) assert.equal(headers[name], undefined, name)
  const length = headers['content-length']
  if (length !== undefined) assert.equal(Number(length), Buffer.byteLength(body))
}
