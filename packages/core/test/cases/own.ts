import { official, type ToolkitVector, toolkit } from '@usersig/vectors'
import type { Case, Lib } from './case.ts'
import { equal } from './check.ts'
import { KEY } from './setting.ts'

/** Signs a vector anew and reads it back. */
function check(lib: Lib, vector: ToolkitVector): void {
  const { kind, sdkAppId, secretKey, userId, expire, time, userSig, userBufBase64 } = vector
  const signer = lib.createUserSigner({ sdkAppId, secretKey, strRoomIdRule: 'any', now: () => time })
  const times = { sdkAppId, userId, issuedAt: time, expire, expiresAt: time + expire }
  if (kind === 'userSig') {
    equal(signer.genUserSig(userId, { expire }), userSig)
    equal(signer.verifyUserSig(userSig, { userId }), times)
  } else if (kind === 'userSigWithUserBuf') {
    const userBuf = Uint8Array.from(atob(userBufBase64 as string), (character) => character.charCodeAt(0))
    const { document } = lib.decodeUserSig(signer.genUserSig(userId, { expire, userBuf }))
    equal(document, lib.decodeUserSig(userSig).document)
    equal(signer.verifyUserSig(userSig, { userId, userBuf }), { ...times, userBuf })
  } else {
    const { roomId, strRoomId, privilegeMap: privileges = 255 } = vector
    const room = roomId === undefined ? { strRoomId: strRoomId as string } : { roomId }
    equal(signer.genPrivateMapKey(userId, { ...room, privileges, expire }), userSig)
    equal(signer.verifyPrivateMapKey(userSig, { userId, ...room }).room.privilegeMap, privileges)
  }
}

const GROUP = 50

export const ownCases: readonly Case[] = Array.from({ length: Math.ceil(toolkit.length / GROUP) }, (_, group) => ({
  name: `samples ${group * GROUP} to ${(group + 1) * GROUP - 1} are signed as they were, and verified`,
  run(lib: Lib) {
    for (const vector of toolkit.slice(group * GROUP, (group + 1) * GROUP)) check(lib, vector)
  },
}))

export const lengthCases: readonly Case[] = [
  {
    name: 'the tickets of the users of the official vectors have 210 characters at most, on average',
    run(lib) {
      const users = [...new Set(official.map(({ userId }) => userId))]
      const signer = lib.createUserSigner({ sdkAppId: 1_600_012_345, secretKey: KEY, now: () => 1_795_426_056 })
      const total = users.reduce((sum, userId) => sum + signer.genUserSig(userId).length, 0)
      equal(total / users.length <= 210, true, `whether ${total / users.length} is at most 210`)
    },
  },
]
