import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { RoomRule } from '../src/index.ts'
import { type Login, startLogin } from './login.ts'
import { type Answer, ask, configOf, SDK_APP_ID, signer, start } from './start.ts'

let login: Login
beforeAll(async () => {
  login = await startLogin()
})
afterAll(() => login.close())

async function serve(rooms: RoomRule[]) {
  const running = await start(
    configOf(login, { apps: { main: { sdkAppId: SDK_APP_ID, key: { env: 'TEST_KEY' }, rooms } } }),
  )
  return {
    ...running,
    enter: async (room: object, claims = {}): Promise<Answer> =>
      await ask(`${running.url}/usersig`, await login.sign('alice', claims), room),
  }
}

describe('a claim', () => {
  test('opens the rooms that it names, by their type', async () => {
    const { enter } = await serve([{ claim: 'rooms', rights: 'all' }])
    const rooms = [7, 'stage']
    const good = await enter({ strRoomId: 'stage' }, { rooms })
    expect(
      signer.verifyPrivateMapKey(good.body.privateMapKey, { userId: 'alice', strRoomId: 'stage' }).room.privileges,
    ).toHaveLength(8)
    expect((await enter({ roomId: 7 }, { rooms })).status).toBe(200)
    for (const room of [{ strRoomId: '7' }, { roomId: 8 }, { strRoomId: 'stag' }]) {
      expect((await enter(room, { rooms })).status).toBe(403)
    }
    expect((await enter({ roomId: 7 }, { rooms: 7 })).status).toBe(200)
    for (const wrong of [undefined, null, {}, '7', [[7]]])
      expect((await enter({ roomId: 7 }, { rooms: wrong })).status).toBe(403)
  })

  test('of the root of all objects is none', async () => {
    const { enter } = await serve([{ claim: 'constructor' }, { claim: 'toString' }])
    expect((await enter({ strRoomId: 'Object' })).status).toBe(403)
  })
})

describe('a scope', () => {
  test('of the real provider decides on rights, and the first rule that fits counts', async () => {
    const { url } = await serve([{ scope: 'rooms:host', rooms: ['live-*'], rights: 'all' }, { rooms: ['live-*'] }])
    const of = async (scope?: string) =>
      (await ask(`${url}/usersig`, await login.fetchToken('alice', scope), { strRoomId: 'live-1' })).body.privileges
    expect(await of('rooms:host rooms:watch')).toHaveLength(8)
    expect(await of('rooms:watch')).toEqual(['enterRoom', 'receiveAudio', 'receiveVideo'])
    expect(await of()).toEqual(['enterRoom', 'receiveAudio', 'receiveVideo'])
  })

  test('may stand in scp, as Okta and Entra write it', async () => {
    const { enter } = await serve([{ scope: 'talk' }])
    expect((await enter({ roomId: 1 }, { scp: ['talk'] })).status).toBe(200)
    expect((await enter({ roomId: 1 }, { scp: 'listen talk' })).status).toBe(200)
    expect((await enter({ roomId: 1 }, { scp: 'talkative' })).status).toBe(403)
  })
})

describe('the app itself', () => {
  type Reply = (request: IncomingMessage, body: Record<string, unknown>, response: ServerResponse) => void

  async function withApp(reply: Reply, timeout?: number) {
    const asked: Record<string, unknown>[] = []
    const app = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const body = JSON.parse(Buffer.concat(chunks).toString())
      asked.push({ authorization: request.headers.authorization, ...body })
      reply(request, body, response)
    }).listen(0, '127.0.0.1')
    await once(app, 'listening')
    onTestFinished(() => {
      app.closeAllConnections()
      app.close()
    })
    const address = `http://127.0.0.1:${(app.address() as AddressInfo).port}/rooms`
    const rule = { url: address, token: { env: 'TEST_TOKEN' }, ...(timeout !== undefined && { timeout }) }
    return { asked, ...(await serve([{ ask: rule }])) }
  }

  test('is asked who wants into which room, and says yes or no', async () => {
    const { enter, asked } = await withApp((_, { strRoomId }, response) => {
      if (strRoomId === 'none') response.writeHead(404).end()
      else response.end(JSON.stringify({ rights: strRoomId === 'closed' ? null : ['enterRoom', 'sendAudio'] }))
    })
    expect((await enter({ strRoomId: 'open' })).body.privileges).toEqual(['enterRoom', 'sendAudio'])
    expect((await enter({ strRoomId: 'closed' })).status).toBe(403)
    expect((await enter({ strRoomId: 'none' })).status).toBe(403)
    expect(asked[0]).toEqual({
      authorization: 'Bearer token-of-these-tests',
      app: 'main',
      userId: 'alice',
      sub: 'alice',
      strRoomId: 'open',
    })
  })

  test.each<[string, Reply]>([
    ['fails', (_, __, response) => response.writeHead(500).end('{"rights":"all"}')],
    ['answers without rights', (_, __, response) => response.end('{}')],
    ['answers with rights that do not exist', (_, __, response) => response.end('{"rights":["fly"]}')],
    ['does not answer', () => {}],
    [
      'answers without end',
      (_, __, response) => {
        const more = () => void (response.destroyed || response.write('x'.repeat(65_536), more))
        more()
      },
    ],
    ['sends elsewhere', (_, __, response) => response.writeHead(307, { location: '/elsewhere' }).end()],
    ['breaks off', (_, __, response) => response.destroy()],
  ])('%s: nobody enters, and the log knows why', async (_, reply) => {
    const { enter, lines } = await withApp(reply, 0.3)
    const { status, body } = await enter({ strRoomId: 'open' })
    expect([500, 503]).toContain(status)
    expect(body.userSig).toBe(undefined)
    expect(lines().find((line) => line['msg'] === 'a request failed')).toMatchObject({
      app: 'main',
      reason: expect.any(String),
    })
  })
})
