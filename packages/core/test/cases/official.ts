import { official, type TicketVector } from '@usersig/vectors'
import type { UserSigClaims, UserSigErrorCode } from '../../src/index.ts'
import type { Case, Lib } from './case.ts'
import { equal, ok, refuses } from './check.ts'
import { changeCharacter, fromBase64 } from './craft.ts'

/** The documented limits that some vectors were made beyond. */
const MAX_EXPIRE = 1_576_800_000
const MAX_ROOM_ID = 4_294_967_294

/** For each vector: verified at both ends of its life, refused otherwise, and signed anew. */
export const officialCases: readonly Case[] = official.map((vector, index) => ({
  name: `official ${index} ${vector.implementation} ${vector.kind} ${vector.userId}`,
  run(lib) {
    checkClaims(lib, vector)
    checkRefusals(lib, vector)
    checkSigning(lib, vector)
  },
}))

function signerOf(lib: Lib, { sdkAppId, secretKey }: TicketVector, changed: Partial<TicketVector> = {}) {
  return lib.createUserSigner({
    sdkAppId: changed.sdkAppId ?? sdkAppId,
    secretKey: changed.secretKey ?? secretKey,
    strRoomIdRule: 'any',
  })
}

const isRoomTicket = ({ kind }: TicketVector) => kind.startsWith('privateMapKey')

function verify(
  lib: Lib,
  vector: TicketVector,
  ticket: string,
  now: number,
  changed: Partial<TicketVector> = {},
): UserSigClaims {
  const signer = signerOf(lib, vector, changed)
  const userId = changed.userId ?? vector.userId
  if (isRoomTicket(vector))
    return signer.verifyPrivateMapKey(ticket, { userId, now, clockTolerance: 0, ...roomOf(vector) })
  const userBuf = vector.userBufBase64 === undefined ? {} : { userBuf: fromBase64(vector.userBufBase64) }
  return signer.verifyUserSig(ticket, { userId, now, clockTolerance: 0, ...userBuf })
}

function roomOf({ roomId, strRoomId }: TicketVector) {
  return strRoomId === undefined ? { roomId: roomId as number } : { strRoomId }
}

function checkClaims(lib: Lib, vector: TicketVector): void {
  const { sdkAppId, userId, expire, time, privilegeMap } = vector
  const expiresAt = time + expire
  for (const now of [time, expiresAt]) {
    const { userBuf, room, ...claims } = verify(lib, vector, vector.userSig, now)
    equal(claims, { sdkAppId, userId, issuedAt: time, expire, expiresAt }, 'the claims')
    if (vector.userBufBase64 !== undefined) equal(userBuf, fromBase64(vector.userBufBase64), 'the user buffer')
    if (privilegeMap === undefined) {
      equal(room, undefined, 'the room')
    } else {
      // Official programs read the clock once for the record and once for the ticket.
      const recordExpiresAt = room?.expiresAt ?? 0
      equal(recordExpiresAt === expiresAt || recordExpiresAt === expiresAt - 1, true, 'the end of the room record')
      const privileges = lib.toPrivilegeNames(privilegeMap)
      const expected = { ...roomOf(vector), privilegeMap, privileges, accountType: 0, expiresAt: recordExpiresAt }
      equal(room, expected, 'the room')
    }
  }
  equal(lib.decodeUserSig(vector.userSig).claims, verify(lib, vector, vector.userSig, time), 'what is decoded')
}

function checkRefusals(lib: Lib, vector: TicketVector): void {
  const { userSig, time, expire, secretKey, sdkAppId } = vector
  const attempt = (code: UserSigErrorCode, now: number, changed: Partial<TicketVector>) =>
    refuses(lib, code, () => verify(lib, vector, userSig, now, changed))
  attempt('expired', time + expire + 1, {})
  attempt('not_yet_valid', time - 1, {})
  attempt('bad_signature', time, { secretKey: `${secretKey}x` })
  attempt('user_mismatch', time, { userId: 'somebody else' })
  attempt('app_mismatch', time, { sdkAppId: sdkAppId === 1 ? 2 : sdkAppId - 1 })
  // Of a wrong key or a changed ticket, nothing else is said.
  attempt('bad_signature', 0, { secretKey: 'another', userId: 'somebody else', sdkAppId: 77 })

  const other = isRoomTicket(vector)
    ? () => signerOf(lib, vector).verifyUserSig(userSig, { now: time })
    : () => signerOf(lib, vector).verifyPrivateMapKey(userSig, { now: time })
  const expected = isRoomTicket(vector) ? 'unexpected_user_buf' : 'not_a_private_map_key'
  refuses(lib, expected, other)

  const position = (vector.userId.length * 31 + time) % userSig.length
  refuses(lib, ['malformed', 'too_large', 'bad_signature', 'unsupported_version'], () =>
    verify(lib, vector, changeCharacter(userSig, position), time),
  )
}

function checkSigning(lib: Lib, vector: TicketVector): void {
  const { userId, expire, time: now, privilegeMap, userBufBase64, roomId } = vector
  const signer = signerOf(lib, vector)
  const sign = () => {
    if (privilegeMap === undefined) {
      return signer.genUserSig(userId, {
        expire,
        now,
        ...(userBufBase64 === undefined ? {} : { userBuf: fromBase64(userBufBase64) }),
      })
    }
    return signer.genPrivateMapKey(userId, { expire, now, privileges: privilegeMap, ...roomOf(vector) })
  }
  if (expire > MAX_EXPIRE) {
    refuses(lib, 'invalid_expire', sign, 'a duration')
  } else if (roomId !== undefined && (roomId < 1 || roomId > MAX_ROOM_ID)) {
    refuses(lib, 'invalid_room', sign, 'from 1 to 4294967294')
  } else {
    const { claims, document } = lib.decodeUserSig(sign())
    const { room } = lib.decodeUserSig(vector.userSig).claims
    // A record that was written a second before its ticket cannot be made again.
    if (room && room.expiresAt !== claims.room?.expiresAt) return
    equal(JSON.parse(document)['TLS.sig'], vector.decoded['TLS.sig'], 'TLS.sig')
  }
}

/**
 * Every position of one ticket of each program and kind, changed to other characters of the alphabet.
 *
 * DEFLATE can say one thing in several ways, such as by pointing to another place with the same letters. A ticket changed
 * into such a spelling says what was signed, and passes; all else is refused.
 */
export const changedOfficialCases: readonly Case[] = official
  .filter((vector, index) => official.findIndex((each) => sameMaker(each, vector)) === index)
  .map((vector) => ({
    name: `no changed character of a ticket of ${vector.implementation} ${vector.kind} changes what it says`,
    run(lib) {
      const { claims, document } = lib.decodeUserSig(vector.userSig)
      let passed = 0
      for (let position = 0; position < vector.userSig.length; position++) {
        for (const distance of [1, 17, 32]) {
          const changed = changeCharacter(vector.userSig, position, distance)
          try {
            equal(verify(lib, vector, changed, vector.time), claims, `what is read after a change at ${position}`)
            equal(lib.decodeUserSig(changed).document, document, 'the document')
            passed++
          } catch (error) {
            if (!(error instanceof lib.UserSigError)) throw error
          }
        }
      }
      ok(passed <= 3, `hardly a change passes: ${passed} did`)
    },
  }))

function sameMaker(a: TicketVector, b: TicketVector): boolean {
  return a.implementation === b.implementation && a.kind === b.kind
}
