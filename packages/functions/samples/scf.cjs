const { issueUserSig, toUserId } = require('@usersig/functions')
const { userOfSession } = require('./login.cjs')

exports.main_handler = issueUserSig({
  authenticate: async (event) => {
    const id = await userOfSession(event.headers.cookie)
    return id && toUserId(id)
  },
})
