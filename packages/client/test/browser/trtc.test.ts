import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signer } from '../support/endpoint.ts'
import { openPage } from './open-page.ts'

let page: Page
let close: () => Promise<void>
beforeAll(async () => {
  ;({ page, close } = await openPage())
})
afterAll(() => close())

interface Tickets {
  sdkAppId?: number
  userId?: string
  userSig?: string
  privateMapKey?: string
}
type Call = [string, ...(string | (Tickets & { roomId?: number; strRoomId?: string }))[]]

/** Goes through rooms by the binding, and tells with what the SDK's calls were made. */
async function run(privateMapKey: boolean): Promise<Call[]> {
  return await page.evaluate(async (privateMapKey) => {
    const { TRTC, bindTrtc, createUserSigSource } = globalThis.app
    const trtc = TRTC.create()
    const calls: Call[] = []
    const record =
      (name: string) =>
      async (...args: unknown[]) =>
        void calls.push([name, ...args] as Call)
    Object.assign(trtc, {
      enterRoom: record('enterRoom'),
      switchRole: record('switchRole'),
      switchRoom: record('switchRoom'),
    })
    const rooms = bindTrtc(trtc, createUserSigSource({ endpoint: '/usersig' }), { privateMapKey })
    await rooms.enterRoom({ roomId: 10000, scene: 'live', role: 'audience' })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await rooms.switchRole('anchor', { latencyLevel: 1 })
    await rooms.switchRoom({ strRoomId: 'lobby' })
    await rooms.switchRole('audience')
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await rooms.switchRoom({ roomId: 10000 })
    return calls
  }, privateMapKey)
}

test('every call has the ticket of its room', async () => {
  const [enter, role, room, back, again] = await run(true)
  expect(enter).toEqual([
    'enterRoom',
    {
      roomId: 10000,
      scene: 'live',
      role: 'audience',
      sdkAppId: signer.sdkAppId,
      userId: 'alice',
      userSig: expect.any(String),
      privateMapKey: expect.any(String),
    },
  ])
  expect(role).toEqual(['switchRole', 'anchor', { latencyLevel: 1, privateMapKey: expect.any(String) }])
  expect(room).toEqual([
    'switchRoom',
    { strRoomId: 'lobby', userSig: expect.any(String), privateMapKey: expect.any(String) },
  ])
  const keyOf = (call: Call | undefined, index = 1) =>
    signer.verifyPrivateMapKey((call?.[index] as Tickets | undefined)?.privateMapKey ?? '')
  expect(keyOf(enter)).toMatchObject({ userId: 'alice', room: { roomId: 10000 } })
  expect(keyOf(role, 2)).toMatchObject({ room: { roomId: 10000 } })
  expect(keyOf(role, 2).issuedAt).toBeGreaterThan(keyOf(enter).issuedAt)
  expect(keyOf(room)).toMatchObject({ room: { strRoomId: 'lobby' } })
  expect(keyOf(back, 2)).toMatchObject({ room: { strRoomId: 'lobby' } })
  expect(keyOf(again)).toMatchObject({ room: { roomId: 10000 } })
  expect(keyOf(again).issuedAt).toBeGreaterThan(keyOf(role, 2).issuedAt)
})

test('without advanced permission control there is no PrivateMapKey', async () => {
  const [enter, role, room] = await run(false)
  expect(enter?.[1]).toMatchObject({ userId: 'alice', userSig: expect.any(String), roomId: 10000 })
  expect(enter?.[1]).not.toHaveProperty('privateMapKey')
  expect(role).toEqual(['switchRole', 'anchor', { latencyLevel: 1 }])
  expect(room).toEqual(['switchRoom', { strRoomId: 'lobby', userSig: expect.any(String) }])
})

test.each([
  ['that the source keeps', { roomId: 7 }],
  ['that it does not', undefined],
])('a room %s: no key is sent twice, neither after a refusal nor at the next visit', async (_name, room) => {
  const keys = await page.evaluate(async (room) => {
    const { TRTC, bindTrtc, createUserSigSource } = globalThis.app
    const trtc = TRTC.create()
    const keys: unknown[] = []
    Object.assign(trtc, {
      async enterRoom({ privateMapKey }: Tickets) {
        keys.push(privateMapKey)
        if (keys.length === 1) throw Object.assign(new Error('refused'), { code: 5400 })
      },
    })
    const rooms = bindTrtc(trtc, createUserSigSource({ endpoint: '/usersig', ...(room && { room }) }))
    for (let visit = 0; visit < 3; visit++) {
      await rooms.enterRoom({ roomId: 7 }).catch(() => {})
      // A key of the same second would be the same key.
      await new Promise((resolve) => setTimeout(resolve, 1100))
    }
    return keys
  }, room)
  expect(new Set(keys).size).toBe(3)
  for (const key of keys) expect(signer.verifyPrivateMapKey(key as string)).toMatchObject({ room: { roomId: 7 } })
})

test('without advanced permission control, a refused UserSig is not sent again, a good one is', async () => {
  const sigs = await page.evaluate(async () => {
    const { TRTC, bindTrtc, createUserSigSource } = globalThis.app
    const trtc = TRTC.create()
    const sigs: unknown[] = []
    Object.assign(trtc, {
      async enterRoom({ userSig }: Tickets) {
        sigs.push(userSig)
        if (sigs.length === 1) throw new Error('refused')
      },
    })
    const rooms = bindTrtc(trtc, createUserSigSource({ endpoint: '/usersig' }), { privateMapKey: false })
    for (let visit = 0; visit < 3; visit++) {
      await rooms.enterRoom({ roomId: 7 }).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 1100))
    }
    return sigs
  })
  expect(sigs[1]).not.toBe(sigs[0])
  expect(sigs[2]).toBe(sigs[1])
})

test('the SDK itself takes what the binding gives', async () => {
  const codes = await page.evaluate(async () => {
    const { TRTC, bindTrtc, createUserSigSource } = globalThis.app
    TRTC.setLogLevel(5)
    const codeOf = (error: { code: number }) => error.code
    const source = createUserSigSource({ endpoint: '/usersig' })
    const config = { roomId: 10000, scene: 'live', role: 'audience' } as const
    return [
      await TRTC.create()
        .enterRoom(config as never)
        .catch(codeOf),
      await bindTrtc(TRTC.create(), source).enterRoom(config).catch(codeOf),
    ]
  })
  // INVALID_PARAMETER without tickets; with them OPERATION_FAILED, as there is no server.
  expect(codes).toEqual([5000, 5500])
})
