import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyExpire, anyKey, anyRoom, anySdkAppId, anyTime, anyUserBuf, anyUserId, lib, signerWith } from './support.ts'

const privilegeMap = fc.integer({ min: 0, max: 255 })
const setting = fc.record({ sdkAppId: anySdkAppId, secretKey: anyKey })

describe('what is signed is what is verified', () => {
  it('for a UserSig', () => {
    fc.assert(
      fc.property(setting, anyUserId, anyExpire, anyTime, (options, userId, expire, now) => {
        const signer = signerWith(options)
        const userSig = signer.genUserSig(userId, { expire, now })
        expect(userSig).toMatch(/^[A-Za-z0-9*-]+_{0,2}$/)
        const { sdkAppId } = options
        const claims = { sdkAppId, userId, issuedAt: now, expire, expiresAt: now + expire }
        expect(signer.verifyUserSig(userSig, { userId, now, clockTolerance: 0 })).toEqual(claims)
        expect(lib.decodeUserSig(userSig).claims).toEqual(claims)
      }),
      { numRuns: 500 },
    )
  })

  it('for a UserSig with a buffer', () => {
    fc.assert(
      fc.property(setting, anyUserId, anyUserBuf, (options, userId, userBuf) => {
        const signer = signerWith(options)
        const userSig = signer.genUserSig(userId, { userBuf })
        expect(signer.verifyUserSig(userSig, { userId, userBuf }).userBuf).toEqual(userBuf)
      }),
      { numRuns: 500 },
    )
  })

  it('for a PrivateMapKey', () => {
    fc.assert(
      fc.property(setting, anyUserId, anyRoom, privilegeMap, anyExpire, (options, userId, room, privileges, expire) => {
        const signer = signerWith(options)
        const now = 1_000_000_000
        const key = signer.genPrivateMapKey(userId, { ...room, privileges, expire, now })
        const claims = signer.verifyPrivateMapKey(key, { userId, now, ...room })
        expect(claims.room).toEqual({
          ...room,
          privilegeMap: privileges,
          privileges: lib.toPrivilegeNames(privileges),
          expiresAt: now + expire,
          accountType: 0,
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('signed texts', () => {
  it('differ wherever claims differ', () => {
    const claims = fc.record({
      sdkAppId: fc.integer({ min: 1, max: 12 }),
      userId: fc.oneof(
        anyUserId,
        fc.string({ unit: fc.constantFrom(...'TLS.timexpresdka:019'), minLength: 1, maxLength: 32 }),
      ),
      now: fc.integer({ min: 0, max: 12 }),
      expire: fc.integer({ min: 1, max: 12 }),
      userBuf: fc.option(fc.uint8Array({ minLength: 1, maxLength: 2 }), { nil: undefined }),
    })
    const text = ({
      sdkAppId,
      userId,
      now,
      expire,
      userBuf,
    }: typeof claims extends fc.Arbitrary<infer T> ? T : never) => {
      const ticket = signerWith({ sdkAppId }).genUserSig(userId, { now, expire, ...(userBuf && { userBuf }) })
      return lib.decodeUserSig(ticket).signedContent
    }
    fc.assert(
      fc.property(claims, claims, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        expect(text(a) === text(b)).toBe(same)
      }),
      { numRuns: 2000 },
    )
  })

  it('can be read back line by line', () => {
    fc.assert(
      fc.property(anyUserId, anyTime, anyExpire, anyUserBuf, (userId, now, expire, userBuf) => {
        const { signedContent, claims } = lib.decodeUserSig(signerWith().genUserSig(userId, { now, expire, userBuf }))
        const lines = signedContent.split('\n')
        expect(lines).toEqual([
          `TLS.identifier:${userId}`,
          `TLS.sdkappid:${claims.sdkAppId}`,
          `TLS.time:${now}`,
          `TLS.expire:${expire}`,
          `TLS.userbuf:${Buffer.from(userBuf).toString('base64')}`,
          '',
        ])
      }),
    )
  })
})

describe('toUserId', () => {
  it('gives every string a UserID that the trtc rule signs, two strings the same one only for a UUID', () => {
    const signer = lib.createUserSigner({ sdkAppId: 1, secretKey: 'k', userIdRule: 'trtc' })
    const anyString = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
    )
    fc.assert(
      fc.property(anyString, anyString, (a, b) => {
        signer.genUserSig(lib.toUserId(a))
        expect(lib.toUserId(a) === lib.toUserId(b)).toBe(a === b)
        expect(lib.toUserId(lib.toUserId(a)) === lib.toUserId(a)).toBe(lib.toUserId(a) === a)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives every UUID its digits, and every one back', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(lib.fromUuidUserId(lib.toUserId(uuid))).toBe(uuid)
        expect(lib.toUserId(uuid.toUpperCase())).toBe(lib.toUserId(uuid))
      }),
    )
  })
})
