import assert from 'node:assert/strict'
import type { Reply, Target } from './target.ts'

/** Somebody whom no login knows. */
export const MALLORY = 'mallory'

const TICKET = /"(?:userSig|privateMapKey)":"([^"]+)"/g

/** Every ticket in a text, whichever answer it is in. */
export function ticketsIn(text: string): string[] {
  return [...text.matchAll(TICKET)].map(([, ticket = '']) => ticket)
}

/** Nothing was issued, and the client was blamed. */
export function expectNoTicket({ status, body }: Reply, what = ''): void {
  assert.deepEqual(ticketsIn(body), [], `${what} got a ticket: ${status}`)
  assert.ok(status >= 400 && status < 500, `${what}: ${status} ${body.slice(0, 200)}`)
}

/** If anything was issued, then to this user. */
export function expectOnlyFor(target: Target, text: string, userId: string, what = ''): void {
  for (const ticket of ticketsIn(text)) {
    const claims = claimsOf(target, ticket)
    assert.equal(claims.userId, userId, `${what} got a ticket for ${claims.userId}`)
  }
}

/** The request was answered with a ticket for this user. */
export function expectIssued(target: Target, reply: Reply, userId: string, what = ''): void {
  assert.equal(reply.status, 200, `${what}: ${reply.status} ${reply.body.slice(0, 200)}`)
  assert.ok(ticketsIn(reply.body).length > 0, `${what}: no ticket in ${reply.body.slice(0, 200)}`)
  expectOnlyFor(target, reply.body, userId, what)
}

function claimsOf({ signer }: Target, ticket: string) {
  try {
    return signer.verifyUserSig(ticket)
  } catch {
    return signer.verifyPrivateMapKey(ticket)
  }
}

/** The server still serves who behaves. */
export async function expectServing(target: Target): Promise<void> {
  const { issuePath, login } = target
  expectIssued(target, await target.ask(issuePath, { headers: login('alice') }), 'alice', 'a good request afterwards')
}

/** The request was refused with one of these statuses. */
export function expectStatus({ status, body }: Reply, allowed: readonly number[], what = ''): void {
  assert.ok(allowed.includes(status), `${what}: ${status} ${body.slice(0, 200)}`)
}
