// Answers `usersig conform --lines` with the official program for Node.js.
const { createInterface } = require('node:readline')
const { Api } = require(process.argv[2])

function answer({ op, kind, sdkAppId, secretKey, userId, expire, roomId, strRoomId, privilegeMap }) {
  if (op !== 'sign' || kind === 'userSigWithUserBuf') return { unsupported: true }
  const api = new Api(sdkAppId, secretKey)
  if (kind === 'userSig') return { ticket: api.genUserSig(userId, expire) }
  if (roomId !== undefined) return { ticket: api.genPrivateMapKey(userId, expire, roomId, privilegeMap) }
  return { ticket: api.genPrivateMapKeyWithStringRoomID(userId, expire, strRoomId, privilegeMap) }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  let result
  try {
    result = answer(JSON.parse(line))
  } catch ({ message }) {
    result = { error: message }
  }
  console.log(JSON.stringify(result))
})
