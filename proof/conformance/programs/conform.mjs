// Answers `usersig conform --lines` with this toolkit.
import { createInterface } from 'node:readline'
import { createUserSigner } from '@usersig/core'

function answer({ op, sdkAppId, secretKey, userId, ...more }) {
  const signer = createUserSigner({ sdkAppId, secretKey, strRoomIdRule: 'any' })
  if (op === 'verify') return { valid: isValid(signer, userId, more) }
  const { kind, expire, roomId, strRoomId, privilegeMap: privileges, userBufBase64 = '' } = more
  if (kind === 'userSig') return { ticket: signer.genUserSig(userId, { expire }) }
  if (kind === 'userSigWithUserBuf') {
    return { ticket: signer.genUserSig(userId, { expire, userBuf: Buffer.from(userBufBase64, 'base64') }) }
  }
  const room = roomId === undefined ? { strRoomId } : { roomId }
  return { ticket: signer.genPrivateMapKey(userId, { ...room, privileges, expire }) }
}

function isValid(signer, userId, { ticket, now }) {
  try {
    signer.verifyUserSig(ticket, { ...(userId !== null && { userId }), ...(now !== undefined && { now }) })
    return true
  } catch {
    return false
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  let result
  try {
    result = answer(JSON.parse(line))
  } catch ({ message }) {
    result = { error: message }
  }
  console.log(JSON.stringify(result))
}
