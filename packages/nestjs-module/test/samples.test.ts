import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { WsAdapter } from '@nestjs/platform-ws'
import { loggedIn, startLogin } from '@usersig/contract/samples'
import type { IssuedTickets } from '@usersig/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { bearer, credentials, post, SDK_APP_ID, SECRET_KEY, signer, start } from './apps.ts'

const SAMPLES = new URL('../samples/', import.meta.url)
let session: Record<string, string>

beforeAll(async () => {
  for (const [name, value] of Object.entries((await startLogin()).env)) vi.stubEnv(name, value)
  session = await loggedIn('alice')
  for (const name of ['USERSIG_SDKAPPID', 'EU_SDKAPPID', 'TENCENT_APP_ID']) vi.stubEnv(name, String(SDK_APP_ID))
  for (const name of ['USERSIG_SECRETKEY', 'EU_SECRETKEY', 'TENCENT_APP_KEY']) vi.stubEnv(name, SECRET_KEY)
})
afterAll(() => {
  vi.unstubAllEnvs()
})

/** Files that the generator of Nest has written, and that the README need not show. */
const GENERATED = ['app.controller.ts', 'app.service.ts']

describe('README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const shown = readdirSync(SAMPLES).filter((name) => !GENERATED.includes(name))

  test.each(shown)('shows %s as it is run here', (name) => {
    // Projects of Nest import their own files without an extension.
    const text = readFileSync(new URL(name, SAMPLES), 'utf8').replaceAll(/'(\.\/[\w.]+)\.ts'/g, "'$1'")
    expect(readme).toContain(`\`\`\`ts\n${text}\`\`\`\n`)
  })
})

describe('samples', () => {
  test('app.module.ts issues to the user of the token, and still answers as the generated one', async () => {
    const { AppModule } = await import('../samples/app.module.ts')
    const { baseUrl, close } = await start({ imports: [AppModule] })
    expect(await (await fetch(baseUrl)).text()).toBe('Hello World!')
    expect((await post(`${baseUrl}/usersig`)).status).toBe(401)
    const { userSig } = (await (await post(`${baseUrl}/usersig`, undefined, session)).json()) as IssuedTickets
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
    await close()
  })

  test('config.ts takes the key from the ConfigService, which knows text', async () => {
    const [{ AppModule }, { UserSigService }] = await Promise.all([
      import('../samples/config.ts'),
      import('../src/index.ts'),
    ])
    const { app, close } = await start({ imports: [AppModule] })
    const { userSig } = await app.get(UserSigService).issue('alice')
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
    await close()
  })

  test('rooms.ts gives the host all rights', async () => {
    const { AppModule } = await import('../samples/rooms.ts')
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const { baseUrl, close } = await start({ imports: [AppModule] })
    const ask = (strRoomId: string) => post(`${baseUrl}/usersig`, { strRoomId }, session)
    expect(await (await ask('room-1')).json()).toMatchObject({ expire: 86_400, strRoomId: 'room-1' })
    expect((await ask('room-2')).status).toBe(403)
    expect(log.mock.calls).toEqual([[expect.stringMatching(/^issued to alice until \d+$/)]])
    log.mockRestore()
    await close()
  })

  test('require.ts knows the user of the ticket', async () => {
    const { AppModule } = await import('../samples/require.ts')
    const { baseUrl, close } = await start({ imports: [AppModule] })
    const { userSig } = (await (await post(`${baseUrl}/robot`)).json()) as IssuedTickets
    expect(await (await fetch(`${baseUrl}/me`, { headers: bearer(userSig) })).json()).toEqual({ userId: 'robot' })
    await close()
  })

  test('limit.ts refuses a user who asks too often', async () => {
    const { AppModule } = await import('../samples/limit.ts')
    const { baseUrl, close } = await start({ imports: [AppModule] })
    for (let i = 0; i < 30; i++) expect((await post(`${baseUrl}/usersig`, undefined, session)).status).toBe(200)
    const refused = await post(`${baseUrl}/usersig`, undefined, session)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
    await close()
  })

  test('regions.ts serves two applications', async () => {
    const { AppModule } = await import('../samples/regions.ts')
    const { baseUrl, close } = await start({ imports: [AppModule] })
    const tickets = (await (await post(`${baseUrl}/robots`)).json()) as IssuedTickets[]
    expect(tickets.map(({ sdkAppId }) => sdkAppId)).toEqual([SDK_APP_ID, SDK_APP_ID])
    const headers = bearer(signer.genUserSig('alice'))
    expect(await (await fetch(`${baseUrl}/eu/me`, { headers })).json()).toEqual({ userId: 'alice' })
    await close()
  })

  test('webhooks.ts hears what Tencent tells, and nobody else', async () => {
    vi.stubEnv('TRTC_WEBHOOK_KEY', 'my key')
    const { AppModule } = await import('../samples/webhooks.ts')
    const { baseUrl, close } = await start({ imports: [AppModule] })
    const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    expect((await post(`${baseUrl}/webhooks/trtc`, body, { sign: 'x' })).status).toBe(403)
    expect(await (await post(`${baseUrl}/webhooks/trtc`, body, { sign })).json()).toEqual({ code: 0 })
    expect(log.mock.calls).toEqual([['event 103 of alice']])
    log.mockRestore()
    await close()
  })

  test('gateway.ts knows the user of the ticket', async () => {
    const [{ ChatGateway }, { UserSigModule }] = await Promise.all([
      import('../samples/gateway.ts'),
      import('../src/index.ts'),
    ])
    const { baseUrl, close } = await start(
      { imports: [UserSigModule.forRoot({ credentials })], providers: [ChatGateway] },
      undefined,
      (app) => app.useWebSocketAdapter(new WsAdapter(app)),
    )
    const client = new WebSocket(`${baseUrl.replace('http', 'ws')}/chat`, { headers: bearer(signer.genUserSig('bob')) })
    await once(client, 'open')
    client.send('{"event":"whoami"}')
    expect(JSON.parse(String((await once(client, 'message'))[0]))).toEqual({ event: 'you', data: 'bob' })
    client.terminate()
    await close()
  })
})
