import type { TUICallKitServer } from '@tencentcloud/call-uikit-react'
import type TencentCloudChat from '@tencentcloud/chat'
import type TRTC from 'trtc-sdk-v5'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { initCallKit } from '../src/callkit.ts'
import { loginChat } from '../src/chat.ts'
import { createUserSigSource } from '../src/index.ts'
import { bindTrtc } from '../src/trtc.ts'
import { createEndpoint, LOGIN, SDK_APP_ID, signer } from './support/endpoint.ts'

type Chat = ReturnType<typeof TencentCloudChat.create>
const source = () => createUserSigSource({ ...LOGIN, fetch: createEndpoint().fetch })

describe('the bindings fit the types of the SDKs', () => {
  test('Chat', () => {
    expectTypeOf(loginChat).toBeCallableWith({} as Chat, {} as ReturnType<typeof source>)
  })

  test('TRTC, whose own options are checked', () => {
    const use = async (trtc: TRTC) => {
      const rooms = bindTrtc(trtc, source())
      await rooms.enterRoom({ roomId: 1, scene: 'live', role: 'audience', autoReceiveAudio: false })
      await rooms.enterRoom({ strRoomId: 'lobby' })
      // @ts-expect-error: both kinds of room
      await rooms.enterRoom({ roomId: 1, strRoomId: 'lobby' })
      // @ts-expect-error: no room
      await rooms.enterRoom({ scene: 'live' })
      // @ts-expect-error: a role that the SDK does not have
      await rooms.switchRole('owner')
      // @ts-expect-error: the source gives it
      await rooms.enterRoom({ roomId: 1, userSig: 'x' })
    }
    expectTypeOf(use).returns.resolves.toBeVoid()
  })

  test('TUICallKit', () => {
    const use = async (server: typeof TUICallKitServer, chat: Chat) => {
      await initCallKit(server, source())
      await initCallKit(server, source(), { tim: chat })
    }
    expectTypeOf(use).returns.resolves.toBeVoid()
  })
})

test('TUICallKit gets the names that it uses', async () => {
  const calls: Record<string, unknown>[] = []
  const server = { init: async (params: Record<string, unknown>) => void calls.push(params) }
  await initCallKit(server, source(), { tim: 'the chat' })
  const names = { SDKAppID: SDK_APP_ID, sdkAppID: SDK_APP_ID, userID: 'alice' }
  expect(calls).toEqual([{ ...names, userSig: expect.any(String), tim: 'the chat' }])
  expect(signer.verifyUserSig(calls[0]?.['userSig'] as string).userId).toBe('alice')
})
