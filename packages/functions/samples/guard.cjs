const { getUserSig, requireUserSig } = require('@usersig/functions')

exports.handler = requireUserSig()((event) => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ userId: getUserSig(event).userId }),
}))
