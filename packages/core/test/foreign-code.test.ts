import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RemoteUserSigner } from '../src/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { APP, KEY, NOW } from './support.ts'

/*
 * Code of others runs in the middle of signing and verifying: getters of options, rules, clocks, a `mac` that does not
 * wait. Whatever it does, a ticket says what was asked for when it was asked for.
 */

const now = () => NOW
const local = createUserSigner({ sdkAppId: APP, secretKey: KEY, now })
const hmac = (content: Uint8Array) => createHmac('sha256', KEY).update(content).digest()

describe('a mac that works at once', () => {
  it('cannot lend a room to another call', async () => {
    const started: Promise<string>[] = []
    const rooms = Array.from({ length: 20 }, (_, i) => 100 + i)
    const waiting = [...rooms]
    const remote: RemoteUserSigner = createUserSigner({
      sdkAppId: APP,
      now,
      mac: (content) => {
        const room = waiting.pop()
        if (room) started.push(remote.genPrivateMapKey(`other-${room}`, { roomId: room, privileges: 'all' }))
        return hmac(content)
      },
    })
    const issued = await remote.issue('alice', { roomId: 7, privileges: 'audience' })
    const { room } = local.verifyPrivateMapKey(issued.privateMapKey as string, { userId: 'alice', roomId: 7 })
    expect(room.privilegeMap).toBe(42)
    expect(local.verifyUserSig(issued.userSig).userId).toBe('alice')
    const opened = (await Promise.all(started)).map((key) => local.verifyPrivateMapKey(key))
    for (const { userId, room: other } of opened) expect(userId).toBe(`other-${other.roomId}`)
    expect(opened.map((claims) => claims.room.roomId).sort()).toEqual(rooms)
  })

  it('gets bytes of its own, and keeps none of ours', async () => {
    const kept: Uint8Array[] = []
    const shared = new Uint8Array(32)
    const remote = createUserSigner({
      sdkAppId: APP,
      now,
      mac: (content) => {
        kept.push(content)
        shared.set(hmac(content))
        content.fill(0x41)
        return shared
      },
    })
    const tickets = await Promise.all(['alice', 'bob'].map((userId) => remote.genUserSig(userId)))
    expect(tickets.map((ticket) => local.verifyUserSig(ticket).userId)).toEqual(['alice', 'bob'])
    expect((await remote.verifyUserSig(local.genUserSig('carol'))).userId).toBe('carol')
    expect(new Set(kept.map(({ buffer }) => buffer)).size).toBe(kept.length)
  })
})

describe('options', () => {
  it('are read once, whatever their getters answer the second time', () => {
    const reads: string[] = []
    const changing = <T>(name: string, first: T, then: T) => ({
      get: () => {
        reads.push(name)
        return reads.filter((each) => each === name).length === 1 ? first : then
      },
      enumerable: true,
    })
    const options = Object.defineProperties(
      {},
      {
        roomId: changing('roomId', 7, 8),
        privileges: changing<string | number>('privileges', 'audience', 255),
        expire: changing('expire', 60, 6000),
        now: changing('now', NOW, NOW + 5),
      },
    ) as { roomId: number }
    const issued = local.issue('alice', options)
    expect(reads.sort()).toEqual(['expire', 'now', 'privileges', 'roomId'])
    const { room, ...claims } = local.verifyPrivateMapKey(issued.privateMapKey as string, { now: NOW })
    expect([issued.roomId, issued.expire, issued.issuedAt]).toEqual([7, 60, NOW])
    expect([room.roomId, claims.expire, claims.issuedAt]).toEqual([7, 60, NOW])
    expect(room.privileges).toEqual(issued.privileges)
  })

  it('that sign or verify in a getter, a rule or a clock disturb nothing', () => {
    const key = local.genPrivateMapKey('mallory', { strRoomId: 'elsewhere', privileges: 'all' })
    const disturb = () => {
      local.issue('mallory', { roomId: 99, privileges: 'all' })
      local.verifyPrivateMapKey(key)
      expect(() => local.verifyUserSig(`${key.slice(0, 60)}!`)).toThrow()
    }
    const disturbed = createUserSigner({
      sdkAppId: APP,
      secretKey: KEY,
      userIdRule: disturb,
      now: () => {
        disturb()
        return NOW
      },
    })
    const options = {
      get roomId() {
        disturb()
        return 7
      },
    }
    expect(disturbed.issue('alice', options)).toEqual(local.issue('alice', { roomId: 7 }))
    expect(disturbed.verifyUserSig(local.genUserSig('alice')).userId).toBe('alice')
  })

  it('may change while a key service is asked', async () => {
    const options = { roomId: 7, privileges: ['enterRoom'] as ('enterRoom' | 'sendVideo')[], userId: 'alice' }
    const userBuf = Uint8Array.of(1, 2, 3)
    const remote = createUserSigner({
      sdkAppId: APP,
      now,
      mac: async (content) => {
        options.roomId = 8
        options.privileges.push('sendVideo')
        userBuf.fill(9)
        return hmac(content)
      },
    })
    const { roomId, privileges } = options
    const issued = await remote.issue('alice', { roomId, privileges })
    expect(issued).toEqual(local.issue('alice', { roomId: 7, privileges: ['enterRoom'] }))
    userBuf.set([1, 2, 3])
    const ticket = await remote.genUserSig('alice', { userBuf })
    expect(local.verifyUserSig(ticket, { userBuf: 'any' }).userBuf).toEqual(Uint8Array.of(1, 2, 3))
  })
})
