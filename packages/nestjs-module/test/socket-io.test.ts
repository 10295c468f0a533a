import 'reflect-metadata'
import type { ExecutionContext } from '@nestjs/common'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import { io } from 'socket.io-client'
import { describe, expect, test } from 'vitest'
import { RequireUserSig, UserSig, UserSigModule } from '../src/index.ts'
import { bearer, credentials, PLATFORMS, signer, silent, start } from './apps.ts'

@WebSocketGateway()
class ChatGateway {
  @RequireUserSig()
  @SubscribeMessage('whoami')
  whoami(@UserSig('userId') userId: string): { event: string; data: string } {
    return { event: 'you', data: userId }
  }

  @SubscribeMessage('open')
  open(@UserSig('userId') userId: string): { event: string; data: string } {
    return { event: 'you', data: userId }
  }
}

describe.each(Object.entries(PLATFORMS))('a gateway of socket.io on %s', (_, createAdapter) => {
  async function chat(client: object, events: readonly string[], options: object = {}): Promise<unknown[]> {
    const { baseUrl, close } = await start(
      { imports: [UserSigModule.forRoot({ credentials, onError: silent, ...options })], providers: [ChatGateway] },
      createAdapter(),
      (app) => app.useWebSocketAdapter(new IoAdapter(app)),
    )
    const socket = io(baseUrl, { transports: ['websocket'], reconnection: false, ...client })
    const answers: unknown[] = []
    for (const event of events) {
      const answer = new Promise((resolve) => socket.onAny((name, data) => resolve([name, data])))
      socket.emit(event)
      answers.push(await answer)
      socket.offAny()
    }
    socket.close()
    await close()
    return answers
  }

  const refused = (code: string) => ['exception', expect.objectContaining({ status: 401, code })]

  test('knows the user of the ticket in the handshake, and hands it to guarded handlers alone', async () => {
    const extraHeaders = bearer(signer.genUserSig('alice'))
    const [known, open] = await chat({ extraHeaders }, ['whoami', 'open'])
    expect(known).toEqual(['you', 'alice'])
    expect(open).toEqual(['exception', expect.objectContaining({ status: 'error' })])
  })

  test('takes the ticket from the auth of the client, as getToken says', async () => {
    const getToken = (_request: unknown, context: ExecutionContext) =>
      context.switchToWs().getClient().handshake.auth.userSig
    const auth = { userSig: signer.genUserSig('alice') }
    expect(await chat({ auth }, ['whoami'], { getToken })).toEqual([['you', 'alice']])
    expect(await chat({}, ['whoami'], { getToken })).toEqual([refused('missing_user_sig')])
  })
})
