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

describeReadme(new URL('../README.md', import.meta.url), {
  // The one thing that the README says to add.
  change: (code) => code.replace('answerError =', 'answerError: express.ErrorRequestHandler ='),
  declarations: { to: 'express-session', count: 2 },
})

describe('samples', () => {
  test('quick-start.js issues to the user of the token', async () => {
    const { url } = await serve('quick-start.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/usersig`, await loggedIn('alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('session.js issues to who has logged in', async () => {
    const { url } = await serve('session.js', {}, [
      '// Reads req.session.userId, which your login has set.\n',
      `app.post('/login', express.json(), (req, res) => {
  req.session.userId = req.body.userId
  res.sendStatus(204)
})
`,
    ])
    expect((await post(`${url}/usersig`)).status).toBe(401)

    const login = await post(`${url}/login`, { 'content-type': 'application/json' }, '{"userId":"alice"}')
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { userSig } = await issued(await post(`${url}/usersig`, { cookie }))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('passport.js issues to the user that passport found', async () => {
    const { url } = await serve('passport.js', {}, [
      '// Your strategies and login routes stay as they are. This reads req.user.id, which they lead to.\n',
      `passport.serializeUser((user, done) => done(null, user.id))
passport.deserializeUser((id, done) => done(null, { id }))
app.post('/login', (req, res, next) => {
  req.login({ id: '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d' }, (error) => (error ? next(error) : res.sendStatus(204)))
})
`,
    ])
    expect((await post(`${url}/usersig`, { cookie: 'connect.sid=s%3Aforged.signature' })).status).toBe(401)
    const login = await post(`${url}/login`)
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { userSig } = await issued(await post(`${url}/usersig`, { cookie }))
    expect(signer.verifyUserSig(userSig).userId).toBe('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d')
  })

  test('errors.js answers in its own form', async () => {
    const { url } = await serve('errors.js')
    const answer = await fetch(`${url}/chat`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="usersig"')
    expect(await answer.json()).toEqual({ error: 'missing_user_sig' })
  })

  testRooms(serve)
  testBrowser(serve, ({ headers }) => expect(headers.get('x-content-type-options')).toBe('nosniff'))
  testGuard(serve)
  testWebhooks(serve, "UserId: 'alice'")
})

describeRateLimit(serve)
