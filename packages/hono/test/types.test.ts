import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { getUserSig, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

interface AppEnv {
  Bindings: { readonly KEY: string }
  Variables: { session: { readonly userId: string } }
}

const credentials = { sdkAppId: 1400000000, secretKey: 'a'.repeat(64) }

test('the type of the app is known to callbacks that are told it, and handlers after a guard keep theirs', () => {
  const app = new Hono<AppEnv>()
  app.post('/untyped', issueUserSig({ credentials, authenticate: (c) => c.get('session').userId }))
  app.post('/typed', issueUserSig<AppEnv>({ credentials, authenticate: (c) => c.get('session').userId }))
  // @ts-expect-error: the app has no such variable
  app.post('/wrong', issueUserSig<AppEnv>({ credentials, authenticate: (c) => c.get('nothing') }))
  app.use('/me', requireUserSig<AppEnv>({ credentials, getToken: (c) => c.env.KEY }))
  app.get('/me', requireUserSig({ credentials }), (c) => {
    // @ts-expect-error: a user's id is a text
    const session: { userId: number } = c.get('session')
    return c.json({ userId: getUserSig(c).userId, session })
  })
  app.post('/webhook', requireWebhook<AppEnv>({ chatToken: (c) => c.env.KEY }), (c) => c.text(c.get('session').userId))
  expect(app.routes).toHaveLength(8)
})
