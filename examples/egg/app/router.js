import { getUserSig, issueUserSig, requireUserSig, toUserId } from '@usersig/koa'
import { login } from './login.js'

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
const issue = issueUserSig({
  authenticate: (ctx) => ctx.state.userId && toUserId(ctx.state.userId),
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

export default ({ router }) => {
  router.post('/usersig', login, issue)
  router.get('/me', requireUserSig(), (ctx) => {
    ctx.body = { userId: getUserSig(ctx).userId }
  })
}
