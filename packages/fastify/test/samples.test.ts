import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import {
  bearer,
  describeRateLimit,
  describeReadme,
  endAll,
  issued,
  loggedIn,
  post,
  serveFrom,
  testBrowser,
  testGuard,
  testRooms,
  testWebhooks,
} from '@usersig/contract/samples'
import { createUserSigner } from '@usersig/core'
import { afterEach, describe, expect, test } from 'vitest'

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const serve = serveFrom(new URL('../samples/', import.meta.url))

afterEach(endAll)

describeReadme(new URL('../README.md', import.meta.url), { declarations: { to: '@fastify/session', count: 2 } })

describe('samples', () => {
  test('quick-start.js issues to the user of the token', async () => {
    const { url } = await serve('quick-start.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/usersig`, await loggedIn('alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('session.js issues to who has logged in', async () => {
    const { url } = await serve('session.js', {}, [
      '// Reads request.session.userId, which your login has set.\n',
      `app.post('/login', (request, reply) => {
  request.session.userId = request.body.userId
  reply.code(204).send()
})
`,
    ])
    expect((await post(`${url}/usersig`)).status).toBe(401)

    const login = await post(`${url}/login`, { 'content-type': 'application/json' }, '{"userId":"alice"}')
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { userSig } = await issued(await post(`${url}/usersig`, { cookie }))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('hooks.js issues to the user that the hook found', async () => {
    const { url } = await serve('hooks.js')
    expect((await post(`${url}/usersig`, bearer('other'))).status).toBe(401)
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const { userSig } = await issued(
      await post(`${url}/usersig`, await loggedIn('0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d')),
    )
    expect(signer.verifyUserSig(userSig).userId).toBe('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d')
  })

  testRooms(serve)
  testBrowser(serve)
  testGuard(serve)
  testWebhooks(serve, '"UserId":"alice"')
})

describeRateLimit(serve)
