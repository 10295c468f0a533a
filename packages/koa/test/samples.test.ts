import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import {
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

describeReadme(new URL('../README.md', import.meta.url))

describe('samples', () => {
  test('quick-start.js issues to the user of the token', async () => {
    const { url } = await serve('quick-start.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/usersig`, await loggedIn('alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('session.js issues to who has logged in', async () => {
    const { url } = await serve('session.js', {}, [
      'const router = new Router()\n',
      `const router = new Router()
router.post('/login', (ctx) => {
  ctx.session.userId = 'alice'
  ctx.status = 204
})
`,
    ])
    expect((await post(`${url}/usersig`)).status).toBe(401)

    const login = await post(`${url}/login`, { 'content-type': 'application/json' }, '{"userId":"alice"}')
    // The session, and its signature.
    const cookies = login.headers.getSetCookie().map((each) => each.split(';')[0])
    expect(cookies).toHaveLength(2)
    const cookie = cookies.join('; ')
    const { userSig } = await issued(await post(`${url}/usersig`, { cookie }))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('router.js issues to the user that the login found', async () => {
    const { url } = await serve('router.js', {}, [
      '// Your login comes here, such as passport.session() of koa-passport, and sets ctx.state.user.\n',
      `app.use((ctx, next) => {
  if (ctx.get('cookie') === 'login=1') ctx.state.user = { id: '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d' }
  return next()
})
`,
    ])
    expect((await post(`${url}/api/usersig`)).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/api/usersig`, { cookie: 'login=1' }))
    expect(signer.verifyUserSig(userSig).userId).toBe('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d')
  })

  testRooms(serve)
  testBrowser(serve)
  testGuard(serve)
  testWebhooks(serve, "UserId: 'alice'")
})

describeRateLimit(serve)
