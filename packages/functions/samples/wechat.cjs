const cloud = require('wx-server-sdk')
const { issueUserSig } = require('@usersig/functions')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = issueUserSig({
  callable: true,
  authenticate: () => cloud.getWXContext().OPENID,
})
