import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { loggedIn, startLogin } from '@usersig/contract/samples'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listen } from '../../../packages/auth/test/provider.ts'

// Inside of the package, so that its name leads to what was built.
const FOLDER = fileURLToPath(new URL('../.samples/', import.meta.url))
const README = readFileSync(new URL('../../../packages/auth/README.md', import.meta.url), 'utf8')
const [program = '', options = '', late = '', rooms = '', ...others] = [
  ...README.matchAll(/^```js\n(.*?)^```$/gms),
].map(([, code]) => code)

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true })
  vi.stubEnv('USERSIG_SDKAPPID', '1400000000')
  vi.stubEnv('USERSIG_SECRETKEY', 'a key of these tests')
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(FOLDER, { recursive: true, force: true })
})

async function load(name: string, code: string): Promise<Record<string, unknown>> {
  const path = `${FOLDER}${name}.mjs`
  writeFileSync(path, code)
  return await import(/* @vite-ignore */ pathToFileURL(path).href)
}

test('the program issues tickets to who has an access token', async () => {
  const login = await startLogin()
  for (const [name, value] of Object.entries(login.env)) vi.stubEnv(name, value)
  const { server } = await load('program', program.replace('app.listen(3000)', 'export const server = app.listen(0)'))
  const running = server as import('node:http').Server
  try {
    if (!running.listening) await once(running, 'listening')
    const url = `http://127.0.0.1:${(running.address() as AddressInfo).port}/usersig`
    expect((await fetch(url, { method: 'POST' })).status).toBe(401)
    const answer = await fetch(url, { method: 'POST', headers: await loggedIn('alice') })
    expect(await answer.json()).toMatchObject({ sdkAppId: 1400000000, userId: 'alice' })
  } finally {
    running.close()
  }
})

test('the two rules for UserIDs are options of a preset', async () => {
  expect(others).toEqual([])
  expect(options.match(/^auth0\(/gm)?.length).toBe(2)
  // Wrong options stop the program.
  await load('options', `const findUser = () => undefined\n${options}`)
})

test('a login may be made of the variables that come with a request', async () => {
  const { authenticate } = await load('late', `${late}\nexport { authenticate }`)
  const ask = authenticate as (request: unknown, context: unknown) => Promise<string | null>
  const env = { LOGIN_ISSUER: 'https://login.example.com', LOGIN_AUDIENCE: 'my-api' }
  await expect(ask({ headers: {} }, { env: {} })).rejects.toThrow('issuer is missing')
  expect(await ask({ headers: {} }, { env })).toBeNull()
})

test('the program does not start without its variables', async () => {
  vi.stubEnv('LOGIN_ISSUER', undefined)
  await expect(load('without', program.replace('app.listen(3000)', ''))).rejects.toThrow('issuer is missing')
})

test('the claims decide on rooms', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }]
  const { issue } = await load(
    'rooms',
    `${rooms.replace('audience: ', `jwks: { keys: ${JSON.stringify(keys)} }, audience: `)}\nexport { issue }`,
  )
  const server = await listen(issue as Parameters<typeof listen>[0])
  try {
    const token = await new SignJWT({ rooms: ['a'] })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer('https://example.eu.auth0.com/')
      .setAudience('https://api.example.com')
      .setSubject('alice')
      .setExpirationTime('1h')
      .sign(privateKey)
    const enter = async (strRoomId: string) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      return (await fetch(server.origin, { method: 'POST', headers, body: JSON.stringify({ strRoomId }) })).status
    }
    expect([await enter('a'), await enter('b')]).toEqual([200, 403])
  } finally {
    await server.close()
  }
})
