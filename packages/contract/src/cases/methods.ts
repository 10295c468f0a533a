import assert from 'node:assert/strict'
import { json, send } from '../client.ts'
import { expectIssued, expectProblem } from '../expect.ts'
import { contractCase } from './case.ts'

const OTHER_METHODS = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']

export const methodCases = [
  ...OTHER_METHODS.map((method) =>
    contractCase(`answers 405 to ${method}, logged in or not`, async ({ issueUrl }) => {
      expectProblem(await send(issueUrl, { method }), 'method_not_allowed')
      expectProblem(await send(issueUrl, { method, user: 'alice' }), 'method_not_allowed')
    }),
  ),
  contractCase('answers 405 to HEAD, without a body', async ({ issueUrl }) => {
    const { status, headers, body } = await send(issueUrl, { method: 'HEAD', user: 'alice' })
    assert.deepEqual([status, headers.allow, body], [405, 'POST', ''])
  }),
  contractCase('answers 405 to a wrong method with a body', async ({ issueUrl }) => {
    expectProblem(
      await send(issueUrl, { method: 'PUT', user: 'alice', ...json({ roomId: 10000 }) }),
      'method_not_allowed',
    )
  }),
  contractCase('opens itself to no other origin', async ({ issueUrl }) => {
    const origin = 'https://elsewhere.example'
    const preflight = { origin, 'access-control-request-method': 'POST' }
    expectProblem(await send(issueUrl, { method: 'OPTIONS', headers: preflight }), 'method_not_allowed')
    expectIssued(await send(issueUrl, { user: 'alice', headers: { origin } }), 'alice')
  }),
  contractCase('lets no header change the method', async ({ issueUrl }) => {
    const headers = { 'x-http-method-override': 'POST' }
    expectProblem(await send(issueUrl, { method: 'GET', user: 'alice', headers }), 'method_not_allowed')
  }),
]
