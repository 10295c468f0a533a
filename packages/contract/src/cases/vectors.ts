import assert from 'node:assert/strict'
import { type HttpBody, type HttpCase, http } from '@usersig/vectors'
import { type Answer, type Outgoing, send, utf8 } from '../client.ts'
import { expectIssued, expectProblem, expectRefused } from '../expect.ts'
import type { ResolvedTarget } from '../target.ts'
import { contractCase } from './case.ts'

/** What a parser of the app that stands in front of the handler may refuse in a way of its own. */
const OF_THE_BODY: readonly HttpCase['class'][] = ['types', 'body', 'size']

/** The cases that are published as data. */
export const vectorCases = http.cases.map((each) => {
  const needs = isTypedAndEmpty(each) ? (['emptyBodies'] as const) : []
  return contractCase(each.name, (target) => run(each, target), ...needs)
})

/** A body that has a type and no bytes: some platforms refuse it before a function is called. */
function isTypedAndEmpty({ request: { headers, body } }: HttpCase): boolean {
  return headers?.['content-type'] !== undefined && body !== undefined && body.text === '' && body.base64 === undefined
}

async function run(each: HttpCase, { issueUrl, features }: ResolvedTarget): Promise<void> {
  const { class: group, request, expect } = each
  if (group === 'order' && features.parsedBody) return
  const { method, user, query, headers, body } = request
  const url = query === undefined ? issueUrl : `${issueUrl}?${query}`
  const outgoing = { method, ...(user !== null && { user }), ...(headers && { headers }), ...(body && toBody(body)) }
  const answer = await send(url, outgoing)
  if (expect.problem !== undefined && features.parsedBody && OF_THE_BODY.includes(group)) expectRefused(answer)
  else check(answer, each)
}

function check(answer: Answer, { request, expect: { status, problem, room } }: HttpCase): void {
  if (problem !== undefined) expectProblem(answer, problem)
  else if (status === 200) expectIssued(answer, String(request.user), room)
  else assert.deepEqual([answer.status, answer.headers.allow, answer.body], [status, 'POST', ''])
}

function toBody({ text = '', base64, padTo = 0, chunkBytes }: HttpBody): Pick<Outgoing, 'body'> {
  const padded = text.slice(0, -1) + ' '.repeat(Math.max(0, padTo - text.length)) + text.slice(-1)
  const bytes = base64 === undefined ? utf8(padded) : Uint8Array.from(Buffer.from(base64, 'base64'))
  if (chunkBytes === undefined) return { body: bytes }
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, i) =>
    bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes),
  )
  return { body: chunks }
}
