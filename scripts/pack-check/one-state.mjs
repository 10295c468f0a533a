import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

// Run in a project with the packages installed: what one format of a package makes, the other has to know.
const require = createRequire(import.meta.url)
const SDK_APP_ID = 1400000000
const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }

const core = { imported: await import('@usersig/core'), required: require('@usersig/core') }
const signer = core.required.createUserSigner(credentials)

knowsTheErrorsOf(core.imported, core.required)
knowsTheErrorsOf(core.required, core.imported)
for (const name of ['@usersig/node', '@usersig/express-middleware']) {
  const adapter = { imported: await import(name), required: require(name) }
  await knowsTheClaimsOf(name, adapter.imported, adapter.required)
  await knowsTheClaimsOf(name, adapter.required, adapter.imported)
}

function knowsTheErrorsOf(one, other) {
  assert.notEqual(one.UserSigError, other.UserSigError, 'the two formats are one: this check proves nothing')
  const error = new one.UserSigError('expired', 'the ticket has expired')
  assert.ok(error instanceof other.UserSigError)
  assert.ok(other.UserSigError.is(error))
}

async function knowsTheClaimsOf(name, guarding, reading) {
  const guard = guarding.requireUserSig({ credentials })
  const server = createServer((request, response) =>
    guard(request, response, () => {
      try {
        response.end(reading.getUserSig(request).userId)
      } catch (error) {
        response.writeHead(500).end(error.message)
      }
    }),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const authorization = `Bearer ${signer.genUserSig('alice')}`
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/`, { headers: { authorization } })
  server.close()
  assert.equal(await answer.text(), 'alice', `${name}: getUserSig() of one format after the guard of the other`)
}
