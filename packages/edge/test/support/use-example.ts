import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { expect } from 'vitest'
import { signer } from './fixture.ts'
import { createSession } from './session.ts'

export const SESSION_SECRET = 'a secret of at least thirty-two characters'
export const KEY = { USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY }
/** What the examples want to find in their environment. */
export const ENV = { ...KEY, SESSION_SECRET, PORT: '0' }

type Send = (path: '/usersig' | '/me', init: RequestInit) => Promise<Response>

/** What every example does: log in by the session, issue a ticket for a room, and guard by it. */
export async function useExample(send: Send): Promise<void> {
  const cookie = `session=${await createSession('alice', SESSION_SECRET)}`
  const body = JSON.stringify({ strRoomId: 'lobby' })
  const headers = { 'content-type': 'application/json' }

  expect((await send('/usersig', { method: 'POST', body, headers })).status).toBe(401)
  const forged = `session=${await createSession('alice', 'x'.repeat(32))}`
  expect((await send('/usersig', { method: 'POST', headers: { cookie: forged } })).status).toBe(401)
  const closed = { method: 'POST', body: JSON.stringify({ roomId: 1 }), headers: { ...headers, cookie } }
  expect((await send('/usersig', closed)).status).toBe(403)

  const response = await send('/usersig', { method: 'POST', body, headers: { ...headers, cookie } })
  expect(response.status, await response.clone().text()).toBe(200)
  const { userSig, privateMapKey } = (await response.json()) as { userSig: string; privateMapKey: string }
  expect(signer.verifyUserSig(userSig, { userId: 'alice' }).userId).toBe('alice')
  expect(signer.verifyPrivateMapKey(privateMapKey, { userId: 'alice', strRoomId: 'lobby' }).room.privileges).toEqual([
    'enterRoom',
    'receiveAudio',
    'receiveVideo',
  ])

  const me = await send('/me', { headers: { authorization: `Bearer ${userSig}` } })
  expect([me.status, await me.json()]).toEqual([200, { userId: 'alice' }])
  expect((await send('/me', { headers: { cookie } })).status).toBe(401)
}
