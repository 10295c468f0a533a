import { getUserSig, issueUserSig, requireUserSig, toUserId } from '@usersig/hono'
import { Hono } from 'hono'
import type { JwtVariables } from 'hono/jwt'
import { login } from './login.ts'

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
const issue = issueUserSig<{ Variables: JwtVariables<{ sub: string }> }>({
  authenticate: (c) => toUserId(c.get('jwtPayload').sub),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

export const app: Hono = new Hono()
  .post('/usersig', login, issue)
  .get('/me', requireUserSig(), (c) => c.json({ userId: getUserSig(c).userId }))
