import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { hasRedis, RedisServer } from '@usersig/contract/redis-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startVault } from './fakes/vault.ts'
import { startLogin } from './login.ts'
import { startProcess } from './process.ts'
import { ask, configOf, SDK_APP_ID, SECRET_KEY, start } from './start.ts'

const CLI = fileURLToPath(new URL('../../cli/dist/main.js', import.meta.url))

async function newLogin() {
  const login = await startLogin()
  onTestFinished(() => login.close())
  return login
}

/** Whether `usersig doctor --watch` calls an address healthy. */
async function doctorSays(url: string, token: string): Promise<boolean> {
  const args = [
    CLI,
    'doctor',
    '--watch',
    `${url}/usersig`,
    '--times',
    '1',
    '--header',
    `authorization: Bearer ${token}`,
    '--json',
  ]
  const environment = { PATH: process.env['PATH'], USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY }
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const [code] = await once(child, 'close')
  const { good } = JSON.parse(output)
  expect(code).toBe(good ? 0 : 1)
  return good
}

async function readySays(url: string): Promise<boolean> {
  const { status } = await fetch(`${url}/ready`)
  expect([200, 503]).toContain(status)
  return status === 200
}

/** Both, once the probe has looked again. */
async function bothSay(url: string, token: string): Promise<[ready: boolean, doctor: boolean]> {
  await new Promise((resolve) => setTimeout(resolve, 1100))
  return [await readySays(url), await doctorSays(url, token)]
}

describe('the doctor and /ready agree', () => {
  test('while all is well, and while the key is gone', async () => {
    const login = await newLogin()
    const vault = await startVault('usersig', SECRET_KEY, 'token-of-these-tests')
    const key = { vaultTransit: { address: vault.url, key: 'usersig', token: { env: 'TEST_TOKEN' } } }
    const { url } = await start(configOf(login, { apps: { main: { sdkAppId: SDK_APP_ID, key } } }))
    const token = await login.sign('alice')
    expect(await bothSay(url, token)).toEqual([true, true])
    vault.breakDown(true)
    expect(await bothSay(url, token)).toEqual([false, false])
    vault.breakDown(false)
    expect(await bothSay(url, token)).toEqual([true, true])
  })

  test('while the provider is gone: its last keys serve, and a service that never saw them says no', async () => {
    const login = await newLogin()
    const token = await login.sign('alice')
    const { url: early } = await start(configOf(login))
    await login.goAway()
    expect(await bothSay(early, token)).toEqual([true, true])
    const { url: late } = await start(configOf(login))
    expect(await bothSay(late, token)).toEqual([false, false])
    await login.comeBack()
    // A provider that failed is left alone for five seconds.
    await expect.poll(() => readySays(late), { timeout: 20_000, interval: 500 }).toBe(true)
    expect(await doctorSays(late, token)).toBe(true)
  })

  test.runIf(hasRedis).each([
    ['refuse', false],
    ['memory', true],
  ] as const)('while Redis is gone, by policy: %s', async (whenRedisIsDown, isHealthy) => {
    const redis = new RedisServer()
    await redis.start()
    onTestFinished(() => redis.remove())
    const login = await newLogin()
    const limits = { tickets: 100, seconds: 60, whenRedisIsDown }
    const { url } = await start(configOf(login, { redis: { url: redis.url }, limits }))
    const token = await login.sign('alice')
    expect(await bothSay(url, token)).toEqual([true, true])
    await redis.kill()
    expect(await bothSay(url, token)).toEqual([isHealthy, isHealthy])
  })

  test('after the service has ended', async () => {
    const login = await newLogin()
    const service = await startProcess(configOf(login, { shutdown: { delay: 0 } }))
    const token = await login.sign('alice')
    expect([await readySays(service.url), await doctorSays(service.url, token)]).toEqual([true, true])
    service.signal('SIGTERM')
    await service.ended()
    await expect(fetch(`${service.url}/ready`)).rejects.toThrow()
    expect(await doctorSays(service.url, token)).toBe(false)
  })
})

test('keys that are old are called stale, and serve on', async () => {
  const login = await newLogin()
  const { url, service } = await start(configOf(login))
  expect((await service.ready()).status).toBe('ready')
  await login.goAway()
  const { now } = performance
  onTestFinished(() => {
    performance.now = now
  })
  performance.now = () => now.call(performance) + 3_600_000
  expect((await service.ready()).checks).toContainEqual({ kind: 'login', name: 'main', status: 'stale' })
  expect((await ask(`${url}/usersig`, await login.sign('alice'))).status).toBe(200)
})
