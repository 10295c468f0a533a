const uniID = require('uni-id-common')
const { issueUserSig, toUserId } = require('@usersig/functions')

exports.main = issueUserSig({
  callable: true,
  authenticate: async (event, context) => {
    const { errCode, uid } = await uniID.createInstance({ context }).checkToken(event.uniIdToken)
    return errCode ? null : toUserId(uid)
  },
})
