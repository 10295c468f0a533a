import '@usersig/testing/environment'
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { createTestSigner } from '@usersig/testing'

process.env.SESSION_SECRET = 'a secret of the tests'
process.env.DEMO_PASSWORD = 'a password of the tests'
const { app } = await import('./app.js')

/** Logs in with a password, or not at all, and asks for a ticket. */
async function askAs(user, password) {
  const server = app.listen(0)
  await once(server, 'listening')
  const url = `http://localhost:${server.address().port}`
  try {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ user, password })
    const login = user && (await fetch(`${url}/login`, { method: 'POST', headers, body }))
    const cookie = login?.headers.get('set-cookie')?.split(';')[0] ?? ''
    const answer = await fetch(`${url}/usersig`, { method: 'POST', headers: { cookie } })
    return { status: answer.status, body: await answer.json() }
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

test('without a login there is no ticket', async () => {
  assert.equal((await askAs()).status, 401)
})

test('with a wrong password there is none, either', async () => {
  assert.equal((await askAs('alice', 'wrong')).status, 401)
  assert.equal((await askAs('mallory', process.env.DEMO_PASSWORD)).status, 401)
})

test('alice gets a ticket of her own', async () => {
  const { status, body } = await askAs('alice', process.env.DEMO_PASSWORD)
  assert.equal(status, 200)
  assert.equal(createTestSigner().verifyUserSig(body.userSig).userId, 'alice')
})
