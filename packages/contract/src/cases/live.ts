import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { createUserSigner } from '@usersig/core'
import { type Answer, send } from '../client.ts'
import { expectNotFound, expectProblem, expectRefusedTicket } from '../expect.ts'
import { OTHER_SECRET_KEY, SDK_APP_ID, SECRET_KEY } from '../fixture.ts'
import { NEXT_SECRET_KEY, SECOND_SDK_APP_ID, TENANT_HEADER } from '../fixture-live.ts'
import type { ResolvedTarget } from '../target.ts'
import { contractCase, waitingInTurn } from './case.ts'
import { expectPassed } from './guard.ts'

const oldKey = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const newKey = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: NEXT_SECRET_KEY })
const secondApp = createUserSigner({ sdkAppId: SECOND_SDK_APP_ID, secretKey: OTHER_SECRET_KEY })

const tenantHeader = (tenant?: string) => (tenant === undefined ? {} : { [TENANT_HEADER]: tenant })

function visit({ liveGuardUrl }: ResolvedTarget, ticket: string, tenant?: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${ticket}`, ...tenantHeader(tenant) }
  return send(liveGuardUrl, { method: 'GET', headers })
}

async function issue({ liveUrl }: ResolvedTarget, user: string, tenant?: string): Promise<string> {
  const answer = await send(liveUrl, { user, headers: tenantHeader(tenant) })
  assert.equal(answer.status, 200, answer.body)
  return JSON.parse(answer.body).userSig
}

/** Turns the key store of the app. */
async function turn({ liveUrl }: ResolvedTarget, state: 'old' | 'both' | 'new' | 'down'): Promise<void> {
  expectProblem(await send(liveUrl, { user: `keys:${state}` }), 'unauthenticated')
}

/** Asks again until the answer is what was waited for; whatever comes in between is looked at by `ask`. */
async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000
  while (!(await ask())) {
    assert.ok(Date.now() < end, `${what} did not happen`)
    await wait(50)
  }
}

function isSignedBy(signer: typeof newKey, ticket: string): boolean {
  try {
    signer.verifyUserSig(ticket)
    return true
  } catch {
    return false
  }
}

export const liveCases = [
  contractCase(
    'changes its key without a restart and without a failed request',
    async (target) => {
      await turn(target, 'old')
      let first = ''
      await until('the old key', async () => {
        first = await issue(target, 'alice')
        return isSignedBy(oldKey, first)
      })
      expectPassed(await visit(target, first), 'alice')

      await turn(target, 'both')
      await until('the new key', async () => {
        const ticket = await issue(target, 'alice')
        for (const each of [ticket, first]) expectPassed(await visit(target, each), 'alice')
        return isSignedBy(newKey, ticket)
      })

      await turn(target, 'new')
      await until('the end of the old key', async () => {
        expectPassed(await visit(target, await issue(target, 'bob')), 'bob')
        return (await visit(target, first)).status === 401
      })
      expectRefusedTicket(await visit(target, first), 'bad_signature', first)
    },
    'live',
  ),
  contractCase(
    'serves the last good key while the key store is down, then answers 503 until it is back, whatever else hangs',
    async (target) => {
      const hanging = send(target.liveUrl, { user: 'hang' })
      await turn(target, 'new')
      await until('the new key', async () => isSignedBy(newKey, await issue(target, 'alice')))
      await turn(target, 'down')
      await issue(target, 'alice')
      await until('the end of the last good key', async () => {
        const answer = await send(target.liveUrl, { user: 'alice' })
        if (answer.status === 200) return false
        expectProblem(answer, 'unavailable')
        return true
      })
      await turn(target, 'new')
      await until('the return of the key', async () => (await send(target.liveUrl, { user: 'alice' })).status === 200)
      expectProblem(await hanging, 'unavailable')
    },
    'live',
  ),
  contractCase(
    'keeps the applications that it serves apart',
    async (target) => {
      await turn(target, 'old')
      await until('the old key', async () => isSignedBy(oldKey, await issue(target, 'alice')))
      const [one, two] = [await issue(target, 'alice', 'main'), await issue(target, 'alice', 'second')]
      assert.equal(secondApp.verifyUserSig(two).sdkAppId, SECOND_SDK_APP_ID)
      expectPassed(await visit(target, two, 'second'), 'alice')
      expectRefusedTicket(await visit(target, two), 'bad_signature', two)
      expectRefusedTicket(await visit(target, one, 'second'), 'bad_signature', one)
      for (const tenant of ['unknown', 'gone']) {
        expectNotFound(await send(target.liveUrl, { user: 'alice', headers: tenantHeader(tenant) }))
        expectNotFound(await visit(target, one, tenant))
      }
    },
    'live',
  ),
  contractCase(
    'refuses a ticket from before a kick, and issues one that counts in the same second',
    async (target) => {
      await turn(target, 'old')
      await until('the old key', async () => isSignedBy(oldKey, await issue(target, 'alice')))
      const user = `kicked-${Date.now()}`
      const before = oldKey.genUserSig(user, { now: Math.floor(Date.now() / 1000) - 1 })
      expectRefusedTicket(await visit(target, before), 'revoked', before)
      expectPassed(await visit(target, await issue(target, user)), user)
    },
    'live',
  ),
  contractCase(
    'refuses a ticket that the app has withdrawn',
    async (target) => {
      await turn(target, 'old')
      await until('the old key', async () => isSignedBy(oldKey, await issue(target, 'alice')))
      const ticket = await issue(target, 'revoked')
      expectRefusedTicket(await visit(target, ticket), 'revoked', ticket)
    },
    'live',
  ),
].map(waitingInTurn)
