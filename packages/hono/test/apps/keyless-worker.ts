import { Hono } from 'hono'
import { getUserSig, issueUserSig, requireUserSig } from '../../src/index.ts'

const app = new Hono()
app.post('/usersig', issueUserSig({ authenticate: () => 'alice' }))
app.get('/me', requireUserSig(), (c) => c.json({ userId: getUserSig(c).userId }))

// biome-ignore lint/style/noDefaultExport: Workers look for it here
export default app
