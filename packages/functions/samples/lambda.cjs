const { issueUserSig, toUserId } = require('@usersig/functions')

// The JWT authorizer of the API has already checked the token.
exports.handler = issueUserSig({
  authenticate: (event) => toUserId(event.requestContext.authorizer.jwt.claims.sub),
})
