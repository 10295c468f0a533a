import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { Api } from 'tls-sig-api-v2'
import { describe, expect, it } from 'vitest'
import { fromTicket } from './cases/craft.ts'
import { anyExpire, anyKey, anySdkAppId, anyUserId, asciiUserId, documentedRoom, lib } from './support.ts'

const setting = fc.record({ sdkAppId: anySdkAppId, secretKey: anyKey })
const privilegeMap = fc.integer({ min: 0, max: 255 })
// The official program takes its time from the clock: a record must not reach beyond 2106.
const roomExpire = fc.integer({ min: 1, max: 1_576_800_000 })

function signatureIn(ticket: string): string {
  return JSON.parse(inflateSync(fromTicket(ticket)).toString())['TLS.sig']
}

describe('the official package tls-sig-api-v2', () => {
  it('signs a UserSig the same', () => {
    fc.assert(
      fc.property(setting, anyUserId, anyExpire, ({ sdkAppId, secretKey }, userId, expire) => {
        const theirs = new Api(sdkAppId, secretKey).genUserSig(userId, expire)
        const signer = lib.createUserSigner({ sdkAppId, secretKey })
        const { issuedAt: now, ...claims } = signer.verifyUserSig(theirs, { userId })
        expect(claims).toEqual({ sdkAppId, userId, expire, expiresAt: now + expire })
        expect(signatureIn(signer.genUserSig(userId, { expire, now }))).toBe(signatureIn(theirs))
      }),
      { numRuns: 300 },
    )
  })

  const room = fc.oneof(
    fc.record({ roomId: fc.integer({ min: 1, max: 4_294_967_294 }) }),
    fc.record({ strRoomId: documentedRoom }),
  )

  it('signs a PrivateMapKey the same', () => {
    fc.assert(
      fc.property(setting, asciiUserId, room, privilegeMap, roomExpire, (options, userId, room, privileges, expire) => {
        const { sdkAppId, secretKey } = options
        const api = new Api(sdkAppId, secretKey)
        const theirs =
          'roomId' in room
            ? api.genPrivateMapKey(userId, expire, room.roomId, privileges)
            : api.genPrivateMapKeyWithStringRoomID(userId, expire, room.strRoomId, privileges)
        const signer = lib.createUserSigner({ sdkAppId, secretKey })
        const { issuedAt: now, room: opened } = signer.verifyPrivateMapKey(theirs, { userId, ...room })
        expect(opened).toMatchObject({ ...room, privilegeMap: privileges })
        // It reads the clock once for the record and once for the ticket.
        fc.pre(opened.expiresAt === now + expire)
        const ours = signer.genPrivateMapKey(userId, { ...room, privileges, expire, now })
        expect(signatureIn(ours)).toBe(signatureIn(theirs))
      }),
      { numRuns: 300 },
    )
  })
})
