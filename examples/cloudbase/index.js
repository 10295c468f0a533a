const { getUserSig, issueUserSig, requireUserSig, toUserId } = require('@usersig/functions')
const { userOfSession } = require('./login.js')

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY. In functions-framework, what is no body is in the context.
const issue = issueUserSig({
  authenticate: (_event, { httpContext }) => {
    const id = userOfSession(httpContext.headers.cookie)
    return id && toUserId(id)
  },
  // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
  authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
})

const me = requireUserSig()((_event, context) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ userId: getUserSig(context).userId }),
}))

const routes = { '/usersig': issue, '/me': me }

exports.main = (event, context) => {
  const route = routes[new URL(context.httpContext.url).pathname]
  return route ? route(event, context) : { statusCode: 404, headers: {}, body: '' }
}
