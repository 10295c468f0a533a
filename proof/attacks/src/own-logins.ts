import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { createService } from '@usersig/service'
import { readSettings } from 'demo/server/settings'
import { start as startDemoServer } from 'demo/server/start'
import { AUDIENCE, startLogin } from '../../../packages/service/test/login.ts'
import type { Target } from './target.ts'
import { httpClient } from './wire.ts'

/*
 * Servers that are complete: each has a login of its own, in place of that of the contract.
 */

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const USERS = ['alice', 'bob', 'carol', 'administrator']

const PROCESS_ENV = { USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY }

/** The demo: a page, and a login by cookie. */
export async function startDemo(name: string): Promise<Target> {
  const env = { ...PROCESS_ENV, PORT: '0', HOST: '127.0.0.1', DEMO_TICKETS_PER_MINUTE: '100000' }
  const { port, close } = await startDemoServer(readSettings(env))
  const baseUrl = `http://127.0.0.1:${port}`
  const ask = httpClient(baseUrl)
  const cookies: Record<string, string> = {}
  for (const user of ['alice', 'bob', 'carol']) {
    const headers = { 'content-type': 'application/json', origin: baseUrl }
    const { headers: set } = await ask('/api/login', { headers, body: JSON.stringify({ user }) })
    cookies[user] = String(set['set-cookie']).split(';')[0] ?? ''
  }
  return {
    name,
    issuePath: '/api/usersig',
    rooms: { open: { roomId: 1001 }, closed: { strRoomId: 'private' } },
    signer,
    login: (user) => (cookies[user] ? { cookie: cookies[user] } : {}),
    rawUrl: baseUrl,
    isInProcess: true,
    isLocalOnly: true,
    boundsBodies: true,
    ask,
    close,
  }
}

const COMMAND_LINE = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url))

/** The server of the command line, as a process of its own. */
export async function startServe(name: string): Promise<Target> {
  const args = [COMMAND_LINE, 'serve', '--port', '0', '--users', 'alice,bob,carol']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...PROCESS_ENV },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`usersig serve ended: ${output}`)))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk
        const found = /localhost:(\d+)/.exec(output)?.[1]
        if (found) resolve(found)
      })
    }
  })
  const baseUrl = `http://127.0.0.1:${port}`
  return {
    name,
    issuePath: '/usersig',
    signer,
    login: (user) => ({ authorization: `Bearer ${user}` }),
    rawUrl: baseUrl,
    isLocalOnly: true,
    boundsBodies: true,
    output: () => output,
    ask: httpClient(baseUrl),
    async close() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

/** The service, whose users come with the tokens of a real OpenID Connect provider. */
export async function startService(name: string): Promise<Target> {
  const provider = await startLogin(USERS)
  const tokens = new Map<string, string>()
  for (const user of USERS) tokens.set(user, await provider.sign(user))
  Object.assign(process.env, PROCESS_ENV)
  let output = ''
  const service = await createService(
    {
      listen: { port: 0, host: '127.0.0.1' },
      login: { jwt: { issuer: provider.issuer, audience: AUDIENCE } },
      apps: {
        main: {
          sdkAppId: SDK_APP_ID,
          key: { env: 'USERSIG_SECRETKEY' },
          rooms: [{ rooms: [10000], rights: 'all' }],
        },
      },
    },
    {
      logTo: {
        write(line) {
          output += line
        },
      },
    },
  )
  const { port } = await service.start()
  const baseUrl = `http://127.0.0.1:${port}`
  return {
    name,
    issuePath: '/usersig',
    rooms: { open: { roomId: 10000 }, closed: { roomId: 10001 } },
    signer,
    login: (user) => (tokens.has(user) ? { authorization: `Bearer ${tokens.get(user)}` } : {}),
    rawUrl: baseUrl,
    isInProcess: true,
    boundsBodies: true,
    output: () => output,
    ask: httpClient(baseUrl),
    async close() {
      await service.stop(0)
      await provider.close()
    },
  }
}
