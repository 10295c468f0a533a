import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { adapterNames } from '../server/adapters/names.ts'
import { createClient } from './client.ts'
import { type GuardedServer, startGuards } from './guards.ts'
import { verifyAsGoDoes } from './plain-verifier.ts'

const MAIN = fileURLToPath(new URL('../server/main.ts', import.meta.url))
const sdkAppId = 1400000123
const secretKey = 'a key that only this test uses'

let child: ChildProcess | undefined
let guards: GuardedServer[] = []

beforeAll(async () => {
  guards = await startGuards(createUserSigner({ sdkAppId, secretKey }))
})
afterAll(() => Promise.all(guards.map((guard) => guard.close())))

afterEach(async () => {
  if (!child || child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
})

/** Starts the demo as `npm start` does, and resolves to its address. */
async function startDemo(adapter: string): Promise<string> {
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    USERSIG_SDKAPPID: String(sdkAppId),
    USERSIG_SECRETKEY: secretKey,
  }
  const started = spawn(process.execPath, [MAIN, '--adapter', adapter], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child = started
  let output = ''
  for await (const chunk of started.stdout) {
    output += chunk
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the terminal
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output.replace(/\u001b\[\d+m/g, ''))?.[0]
    if (address) return address
  }
  throw new Error(`${adapter} ended: ${output}${await started.stderr.reduce((all, chunk) => `${all}${chunk}`, '')}`)
}

it.each(adapterNames)(
  'the demo is served by %s',
  async (adapter) => {
    const baseUrl = await startDemo(adapter)
    expect((await fetch(baseUrl)).headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await (await fetch(`${baseUrl}/api/config`)).json()).toMatchObject({ adapter, sdkAppId })

    const client = createClient(baseUrl)
    expect((await client.send('POST', '/api/usersig')).status).toBe(401)
    expect((await client.login('alice')).status).toBe(200)
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

    child?.kill('SIGTERM')
    const [code] = (await once(child as ChildProcess, 'exit')) as [number | null]
    expect(code).toBe(0)
  },
  60_000,
)
