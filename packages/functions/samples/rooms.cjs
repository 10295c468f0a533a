const { issueUserSig, toUserId } = require('@usersig/functions')

exports.handler = issueUserSig({
  authenticate: (event) => toUserId(event.requestContext.authorizer.jwt.claims.sub),
  authorizeRoom: ({ userId, strRoomId }) => {
    if (strRoomId !== 'lobby') return null // 403
    return userId === 'host' ? 'all' : 'audience'
  },
})
