import 'reflect-metadata'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type ArgumentsHost, Catch, type ExceptionFilter, type ExecutionContext, UseFilters } from '@nestjs/common'
import { WsAdapter } from '@nestjs/platform-ws'
import { type OnGatewayConnection, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets'
import { createUserSigner } from '@usersig/core'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { getUserSig, keepHandshake, RequireUserSig, UserSig, UserSigModule } from '../src/index.ts'
import { bearer, credentials, PLATFORMS, SECRET_KEY, signer, silent, start } from './apps.ts'

/** The filter of Nest 11 does not reach the clients of platform-ws. */
@Catch()
class SendingFilter implements ExceptionFilter {
  catch(exception: Error, host: ArgumentsHost): void {
    const data = exception instanceof WsException ? exception.getError() : exception.message
    host
      .switchToWs()
      .getClient()
      .send(JSON.stringify({ event: 'exception', data }))
  }
}

@UseFilters(new SendingFilter())
@WebSocketGateway({ path: '/chat' })
class ChatGateway implements OnGatewayConnection {
  handleConnection(client: WebSocket, request: IncomingMessage): void {
    keepHandshake(client, request)
  }

  @RequireUserSig()
  @SubscribeMessage('whoami')
  whoami(@UserSig('userId') userId: string): { event: string; data: string } {
    return { event: 'you', data: userId }
  }

  @SubscribeMessage('ping')
  ping(): { event: string } {
    return { event: 'pong' }
  }

  @SubscribeMessage('open')
  open(@UserSig('userId') userId: string): { event: string; data: string } {
    return { event: 'open', data: userId }
  }
}

@UseFilters(new SendingFilter())
@WebSocketGateway({ path: '/forgetful' })
class ForgetfulGateway {
  @RequireUserSig()
  @SubscribeMessage('whoami')
  whoami(@UserSig('userId') userId: string): { event: string; data: string } {
    return { event: 'you', data: userId }
  }
}

async function chat(
  options: { path?: string; headers?: Record<string, string>; module?: object; createAdapter?: () => never },
  ...events: readonly string[]
): Promise<unknown[]> {
  const { path = '/chat', headers = {}, module = {} } = options
  const { baseUrl, close } = await start(
    {
      imports: [UserSigModule.forRoot({ credentials, onError: silent, ...module })],
      providers: [ChatGateway, ForgetfulGateway],
    },
    options.createAdapter?.(),
    (app) => app.useWebSocketAdapter(new WsAdapter(app)),
  )
  const client = new WebSocket(baseUrl.replace('http', 'ws') + path, { headers })
  await once(client, 'open')
  const answers: unknown[] = []
  for (const event of events) {
    client.send(JSON.stringify({ event }))
    const [data] = await once(client, 'message')
    answers.push(JSON.parse(String(data)))
  }
  client.terminate()
  await close()
  return answers
}

describe.each(Object.entries(PLATFORMS))('on %s', (_, createPlatform) => {
  const createAdapter = createPlatform as () => never

  test('lets messages pass whose WebSocket was opened with a ticket', async () => {
    const headers = bearer(signer.genUserSig('alice'))
    expect(await chat({ headers, createAdapter }, 'ping', 'whoami', 'whoami')).toEqual([
      { event: 'pong' },
      { event: 'you', data: 'alice' },
      { event: 'you', data: 'alice' },
    ])
  })

  test('a handler without a guard gets no claims that an earlier message left', async () => {
    const headers = bearer(signer.genUserSig('alice'))
    const noGuard = { event: 'exception', data: expect.stringContaining('passed no guard') }
    expect(await chat({ headers, createAdapter }, 'open', 'whoami', 'open')).toEqual([
      noGuard,
      { event: 'you', data: 'alice' },
      noGuard,
    ])
  })

  test('sends the problem document otherwise, and keeps the WebSocket', async () => {
    expect(await chat({ createAdapter }, 'whoami', 'ping')).toEqual([
      { event: 'exception', data: expect.objectContaining({ status: 401, code: 'missing_user_sig' }) },
      { event: 'pong' },
    ])
  })
})

test('a ticket that expires is refused from then on', async () => {
  let now = 1_700_000_000
  const module = { credentials: undefined, signer: createUserSigner({ ...credentials, now: () => (now += 300) }) }
  const headers = bearer(signer.genUserSig('alice', { now, expire: 400 }))
  expect(await chat({ headers, module }, 'whoami', 'whoami')).toEqual([
    { event: 'you', data: 'alice' },
    { event: 'exception', data: expect.objectContaining({ code: 'expired' }) },
  ])
})

test('a ticket that is withdrawn is refused from then on, and leaves no claims', async () => {
  let messages = 0
  const contexts: ExecutionContext[] = []
  const isRevoked = (_claims: unknown, _request: unknown, context: ExecutionContext) => {
    contexts.push(context)
    return ++messages > 1
  }
  expect(
    await chat({ headers: bearer(signer.genUserSig('alice')), module: { isRevoked } }, 'whoami', 'whoami'),
  ).toEqual([
    { event: 'you', data: 'alice' },
    { event: 'exception', data: expect.objectContaining({ code: 'revoked' }) },
  ])
  for (const context of contexts) expect(() => getUserSig(context)).toThrow(/passed no guard/)
})

test('a browser, which sets no header, brings the ticket in the query', async () => {
  const getToken = (request: IncomingMessage, context: ExecutionContext) =>
    context.getType<string>() === 'ws' ? new URL(request.url ?? '', 'ws://host').searchParams.get('userSig') : null
  const path = `/chat?userSig=${encodeURIComponent(signer.genUserSig('alice'))}`
  expect(await chat({ path, module: { getToken } }, 'whoami')).toEqual([{ event: 'you', data: 'alice' }])
  expect(await chat({ path }, 'whoami')).toMatchObject([{ event: 'exception', data: { code: 'missing_user_sig' } }])
})

test('a callback that throws tells the client nothing', async () => {
  const getToken = () => {
    throw new Error(SECRET_KEY)
  }
  const answers = await chat({ module: { getToken } }, 'whoami')
  expect(answers).toMatchObject([{ event: 'exception', data: { status: 500, code: 'internal_error' } }])
  expect(JSON.stringify(answers)).not.toContain(SECRET_KEY)
})

test('a gateway that does not keep the handshake lets nothing pass', async () => {
  const headers = bearer(signer.genUserSig('alice'))
  expect(await chat({ path: '/forgetful', headers }, 'whoami')).toMatchObject([
    { event: 'exception', data: expect.stringContaining('keepHandshake(client, request)') },
  ])
})
