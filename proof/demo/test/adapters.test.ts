import { createUserSigner } from '@usersig/core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { ADAPTERS } from '../src/adapters.ts'
import { runtimeNames } from '../src/runtime.ts'
import { followActivity } from './activity-stream.ts'
import { createClient } from './client.ts'
import { type DemoProcess, startDemo } from './demo-process.ts'
import { type GuardedServer, startGuards } from './guards.ts'
import { verifyAsGoDoes } from './plain-verifier.ts'

const sdkAppId = 1400000123
const secretKey = 'a key that only this test uses'

let demo: DemoProcess | undefined
let guards: GuardedServer[] = []

beforeAll(async () => {
  guards = await startGuards(createUserSigner({ sdkAppId, secretKey }))
})
afterAll(() => Promise.all(guards.map((guard) => guard.close())))

afterEach(() => demo?.kill())

it.each([...Object.keys(ADAPTERS), ...runtimeNames])(
  'the demo is served by %s',
  async (adapter) => {
    demo = await startDemo(adapter, { USERSIG_SDKAPPID: String(sdkAppId), USERSIG_SECRETKEY: secretKey })
    const { baseUrl } = demo
    expect(demo.output()).toContain('30 tickets a minute, counted in this process alone')
    expect((await fetch(baseUrl)).headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await (await fetch(`${baseUrl}/api/config`)).json()).toMatchObject({ adapter, sdkAppId })

    const client = createClient(baseUrl)
    expect((await client.send('POST', '/api/usersig')).status).toBe(401)
    expect((await client.login('alice')).status).toBe(200)
    const activity = await followActivity(baseUrl)
    const { userSig, privateMapKey } = await (await client.send('POST', '/api/usersig', { roomId: 1001 })).json()
    verifyAsGoDoes(userSig, sdkAppId, secretKey, 'alice')
    verifyAsGoDoes(privateMapKey, sdkAppId, secretKey, 'alice')
    expect((await client.send('GET', '/api/usersig')).status).toBe(405)

    // The ticket of any adapter passes the guard of every other, and its PrivateMapKey none.
    for (const { name, url } of guards) {
      const visit = (ticket: string) => fetch(url, { headers: { authorization: `Bearer ${ticket}` } })
      expect([name, await (await visit(userSig)).text()]).toEqual([name, 'alice'])
      expect([name, (await visit(privateMapKey)).status]).toEqual([name, 401])
    }

    await activity.next(({ kind, userId, room }) => kind === 'issued' && userId === 'alice' && room === '1001')
    await activity.next(({ status, userId }) => status === 401 && userId === undefined)
    // A page that listens holds up nobody who ends the demo.
    demo.child.kill('SIGTERM')
    expect(await demo.exit).toEqual([0, null])
  },
  60_000,
)

it('an adapter that there is not is refused, with those that there are', async () => {
  await expect(startDemo('restify')).rejects.toThrow('choose one of node, express')
})
