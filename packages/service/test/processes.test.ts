import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasRedis, RedisServer } from '@usersig/contract/redis-server'
import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Job, type Load, load } from './load.ts'
import { type Login, startLogin } from './login.ts'
import { createFolder, startProcess } from './process.ts'
import { ask, configOf, OTHER_KEY, SDK_APP_ID, SECRET_KEY, signer } from './start.ts'

let login: Login
let redis: RedisServer
beforeAll(async () => {
  login = await startLogin()
  redis = new RedisServer()
  if (hasRedis) await redis.start()
})
afterAll(async () => {
  await login.close()
  await redis.remove()
})

async function jobsFor(users: number, each: number): Promise<Job[]> {
  const tokens = await Promise.all(Array.from({ length: users }, (_, i) => login.sign(`user-${i}`)))
  return Array.from({ length: users * each }, (_, i) => ({
    user: `user-${i % users}`,
    token: tokens[i % users] as string,
  }))
}

/** Every ticket that was answered is one. */
function verifyAll({ answers }: Load): void {
  for (const { status, body, user } of answers) {
    if (status === 200) expect(signer.verifyUserSig(JSON.parse(body).userSig).userId).toBe(user)
  }
}

const countOf = ({ answers }: Load, status: number) => answers.filter((each) => each.status === status).length

describe.runIf(hasRedis)('two processes behind one Redis', () => {
  const limits = { tickets: 5, seconds: 600 }

  test('hold the limit together under load', async () => {
    const config = configOf(login, { redis: { url: redis.url, prefix: 'together:' }, limits })
    const [a, b] = await Promise.all([startProcess(config), startProcess(config)])
    const done = await load([a.url, b.url], await jobsFor(100, 20), 40)
    verifyAll(done)
    expect([countOf(done, 200), countOf(done, 429), done.failures.length]).toEqual([500, 1500, 0])
    for (let i = 0; i < 100; i++) {
      expect(done.answers.filter(({ user, status }) => user === `user-${i}` && status === 200)).toHaveLength(5)
    }
    for (const { url } of [a, b])
      expect(done.answers.some((each) => each.url === url && each.status === 200)).toBe(true)
  })

  test('one is killed: no answer is lost, and the limit holds', async () => {
    const config = configOf(login, {
      redis: { url: redis.url, prefix: 'killed:' },
      limits: { tickets: 50, seconds: 600 },
    })
    const [a, b] = await Promise.all([startProcess(config), startProcess(config)])
    const jobs = await jobsFor(100, 20)
    const done = await load([a.url, b.url], jobs, 40, (count) => {
      if (count === 500) a.signal('SIGKILL')
    })
    verifyAll(done)
    expect(await a.ended()).toBe('SIGKILL')
    expect(countOf(done, 200)).toBe(jobs.length)
    expect(done.failures.length).toBeGreaterThan(0)
    expect(done.failures.every(({ url }) => url === a.url)).toBe(true)
  })
})

test('a port that is taken ends the process, and the log says why', async () => {
  const config = configOf(login)
  const { url } = await startProcess(config)
  const port = Number(new URL(url).port)
  for (const taken of [
    { ...config, listen: { port, host: '127.0.0.1' } },
    { ...config, management: { port, host: '127.0.0.1' } },
  ]) {
    const failed = startProcess(taken)
    await expect(failed).rejects.toThrow(/ended.*another program listens there \(EADDRINUSE\)/s)
  }
})

test('a key that no console shows is warned of, and not shown', async () => {
  const { lines, output } = await startProcess(configOf(login), { TEST_KEY: SECRET_KEY.toUpperCase() })
  expect(lines().map(({ msg }) => msg)).toContainEqual(expect.stringContaining('64 lower-case hexadecimal digits'))
  expect(output()).not.toContain(SECRET_KEY.toUpperCase())
})

describe('SIGTERM under load', () => {
  test('loses nothing: clients are asked to leave, then the door is closed', async () => {
    const config = configOf(login, { shutdown: { delay: 2, timeout: 10 } })
    const [a, b] = await Promise.all([startProcess(config), startProcess(config)])
    let ready: Promise<number> | undefined
    const jobs = await jobsFor(50, 100)
    const done = await load([a.url, b.url], jobs, 20, (count) => {
      if (count !== 500) return
      a.signal('SIGTERM')
      ready = a.said('stopping').then(async () => (await fetch(`${a.url}/ready`)).status)
    })
    verifyAll(done)
    expect(await ready).toBe(503)
    expect(countOf(done, 200)).toBe(jobs.length)
    expect(done.failures).toEqual([])
    expect(await a.ended()).toBe(0)
    expect(a.lines().at(-1)?.['msg']).toBe('stopped')
    expect((await fetch(`${b.url}/ready`)).status).toBe(200)
  })

  test('waits for answers under way, and not for ever', async () => {
    const { createServer } = await import('node:http')
    const app = createServer((_, response) => void setTimeout(() => response.end('{"rights":"all"}'), 1500)).listen(0)
    const { port } = app.address() as { port: number }
    const rooms = [{ ask: { url: `http://127.0.0.1:${port}/`, timeout: 5 } }]
    const apps = { main: { sdkAppId: SDK_APP_ID, key: { env: 'TEST_KEY' }, rooms } }
    const token = await login.sign('alice')
    try {
      for (const [timeout, code] of [
        [10, 0],
        [0.2, 1],
      ] as const) {
        const service = await startProcess(configOf(login, { apps, shutdown: { delay: 0, timeout } }))
        const answer = ask(`${service.url}/usersig`, token, { roomId: 7 }).then(
          ({ status }) => status,
          () => 'broken off',
        )
        await new Promise((resolve) => setTimeout(resolve, 500))
        service.signal('SIGTERM')
        expect([await answer, await service.ended()]).toEqual(code === 0 ? [200, 0] : ['broken off', 1])
      }
    } finally {
      app.closeAllConnections()
      app.close()
    }
  })
})

describe('another configuration', () => {
  test('by SIGHUP and by the file, under load: no request is lost', async () => {
    const service = await startProcess(configOf(login))
    const change = (expire: number) => {
      const apps = { main: { sdkAppId: SDK_APP_ID, key: { env: 'TEST_KEY' }, expire } }
      // As editors and Kubernetes do it: the new file takes the place of the old one at once.
      writeFileSync(`${service.path}.new`, JSON.stringify(configOf(login, { apps })))
      renameSync(`${service.path}.new`, service.path)
    }
    const jobs = await jobsFor(50, 200)
    const done = await load([service.url], jobs, 20, (count) => {
      if (count === 1000 || count === 3000) {
        change(count)
        service.signal('SIGHUP')
      }
      if (count === 5000) change(count)
    })
    verifyAll(done)
    expect([countOf(done, 200), done.failures]).toEqual([jobs.length, []])
    const lifetimes = new Set(done.answers.map(({ body }) => JSON.parse(body).expire))
    expect([...lifetimes].slice(0, 3)).toEqual([604800, 1000, 3000])
    const token = await login.sign('alice')
    await expect
      .poll(async () => (await ask(`${service.url}/usersig`, token)).body.expire, { timeout: 10_000 })
      .toBe(5000)
  })

  test('that is wrong is refused with its line, and the old one stays', async () => {
    const service = await startProcess(configOf(login, { management: { port: 0 } }))
    const token = await login.sign('alice')
    // The file is watched, too: each may be tried twice, and only its own reason says that it was its turn.
    const said = 'the new configuration cannot be used, the old one stays'
    const lastReason = () => service.lines().findLast(({ msg }) => msg === said)?.['reason']
    const refused = async (config: string, reason: RegExp) => {
      writeFileSync(service.path, config)
      service.signal('SIGHUP')
      await expect.poll(lastReason, { timeout: 30_000 }).toMatch(reason)
      expect((await ask(`${service.url}/usersig`, token)).status).toBe(200)
    }
    const text = (more: object) => JSON.stringify(configOf(login, { management: { port: 0 }, ...more }), null, 2)
    await refused(text({ limit: {} }), /usersig\.json:\d+:3: there is no option "limit": did you mean "limits"\?/)
    await refused('{', /not valid JSON/)
    await refused(text({ listen: { port: 1 } }), /listen: it cannot change while the service runs/)
    await refused(text({ apps: { main: { sdkAppId: 1, key: { env: 'NOT_SET' } } } }), /NOT_SET is not set/)
    await refused(
      text({ login: { jwt: { issuer: 'http://127.0.0.1:9', audience: 'a' } } }),
      /would not be ready: login main/,
    )
    const metrics = await (await fetch(`${service.managementUrl}/metrics`)).text()
    expect(
      Number(/^usersig_config_reloads_total\{outcome="refused"\} (\d+)$/m.exec(metrics)?.[1]),
    ).toBeGreaterThanOrEqual(5)
  })

  test('a new key in its file signs at once', async () => {
    const file = join(createFolder(), 'key')
    writeFileSync(file, SECRET_KEY, { mode: 0o600 })
    const apps = { main: { sdkAppId: SDK_APP_ID, key: { file } } }
    const { url } = await startProcess(configOf(login, { apps }))
    const token = await login.sign('alice')
    signer.verifyUserSig((await ask(`${url}/usersig`, token)).body.userSig)
    const next = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: OTHER_KEY })
    writeFileSync(file, `${OTHER_KEY}\n${SECRET_KEY}\n`)
    const isNext = async () => {
      const { body } = await ask(`${url}/usersig`, token)
      try {
        return next.verifyUserSig(body.userSig).userId === 'alice'
      } catch {
        return false
      }
    }
    await expect.poll(isNext, { timeout: 10_000 }).toBe(true)
  })
})
