import { checkAcross, RawClient } from '@usersig/contract'
import { guardOptions, SECRET_DETAIL } from '@usersig/contract/fixture'
import { issued } from '@usersig/contract/samples'
import { describeContract } from '@usersig/contract/vitest'
import type { ErrorRequestHandler } from 'express'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { getUserSig, issueUserSig, requireUserSig } from '../src/index.ts'
import { contractApp, ISSUE_OPTIONS, start, VERSIONS } from './apps.ts'

const closers: (() => unknown)[] = []

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function serve(app: Parameters<typeof start>[0]) {
  const started = await start(app)
  closers.push(started.close)
  return started
}

function withoutHook<T extends { onError: unknown }>({ onError, ...options }: T): Omit<T, 'onError'> {
  return options
}

const login = (user: string) => ({ method: 'POST', headers: { 'x-test-user': user } })

test('tickets of one version pass the guard of the other', async () => {
  const [five, four] = await Promise.all(VERSIONS.map(([, express]) => serve(contractApp(express))))
  if (!five || !four) return expect.fail()
  await checkAcross(five, four)
  await checkAcross(four, five)
})

describe.each(VERSIONS)('%s', (name, express) => {
  describeContract(`${name} in a router`, async () => {
    const app = express()
    app.use('/api', express.Router().use(contractApp(express)))
    return { ...(await start(app)), prefix: '/api' }
  })

  test('mounted for POST alone, other methods stay with the app', async () => {
    const app = express()
    app.post('/usersig', issueUserSig(ISSUE_OPTIONS))
    app.get('/usersig', (_req, res) => {
      res.send('how to fetch a ticket')
    })
    const { baseUrl } = await serve(app)
    expect((await fetch(`${baseUrl}/usersig`, login('alice'))).status).toBe(200)
    expect(await (await fetch(`${baseUrl}/usersig`)).text()).toBe('how to fetch a ticket')
  })

  test.each([
    ['json', 'application/json'],
    ['raw', 'application/json'],
    ['text', 'application/json'],
  ] as const)('reads the room that express.%s() has read before', async (parser, type) => {
    // Express has text() and raw() since 4.17.
    if (!(parser in express)) return expect(name).toBe('express 4.16')
    const app = express()
    app.post('/usersig', express[parser]({ type }), issueUserSig(ISSUE_OPTIONS))
    const { baseUrl } = await serve(app)
    const headers = { 'x-test-user': 'alice', 'content-type': type }
    const answer = await fetch(`${baseUrl}/usersig`, { method: 'POST', headers, body: '{"roomId":10000}' })
    expect(await answer.json()).toMatchObject({ userId: 'alice', roomId: 10000 })
  })

  test.each(['utf8', 'hex'] as const)('reads the room of a request that gives text, as %s', async (encoding) => {
    const app = express()
    app.use((req, _res, next) => {
      req.setEncoding(encoding)
      next()
    })
    app.post('/usersig', issueUserSig(ISSUE_OPTIONS))
    const { baseUrl } = await serve(app)
    const headers = { 'x-test-user': 'alice', 'content-type': 'application/json' }
    const answer = await fetch(`${baseUrl}/usersig`, { method: 'POST', headers, body: '{"roomId":10000}' })
    expect(await answer.json()).toMatchObject({ userId: 'alice', roomId: 10000 })
  })

  test('takes no room from a form', async () => {
    const app = express()
    app.post('/usersig', express.urlencoded({ extended: false }), issueUserSig(ISSUE_OPTIONS))
    const { baseUrl } = await serve(app)
    const body = new URLSearchParams({ strRoomId: 'room-1' })
    expect((await fetch(`${baseUrl}/usersig`, { ...login('alice'), body })).status).toBe(415)
  })

  test('a guard covers everything after it, and what it found stays with its request', async () => {
    const app = express()
    const signer = { credentials: ISSUE_OPTIONS.credentials }
    app.post('/usersig', issueUserSig(ISSUE_OPTIONS))
    app.use(
      '/rooms',
      requireUserSig(signer),
      express.Router().get('/:id', (req, res) => {
        res.send(`${getUserSig(req).userId} in ${req.params['id']}`)
      }),
    )
    const { baseUrl } = await serve(app)
    const { userSig } = await issued(await fetch(`${baseUrl}/usersig`, login('alice')))
    const headers = { authorization: `Bearer ${userSig}` }
    expect(await (await fetch(`${baseUrl}/rooms/7`, { headers })).text()).toBe('alice in 7')
    expect((await fetch(`${baseUrl}/rooms/7`)).status).toBe(401)
  })

  test('says that it closes the connection of a refused body that does not come', async () => {
    const { baseUrl } = await serve(contractApp(express))
    for (const path of ['/usersig', '/webhook/chat']) {
      const client = new RawClient(baseUrl).write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{`)
      await client.hangsUp()
      expect(client.received).toMatch(/^HTTP\/1\.1 40[13] [\s\S]+^connection: close\r$/im)
    }
  })

  describe('with passErrors', () => {
    async function refusal(path: string, init: RequestInit, onError?: () => void) {
      const passing = { passErrors: true, ...(onError && { onError }) }
      const passed: Parameters<ErrorRequestHandler>[0][] = []
      const app = express()
      app.use('/usersig', issueUserSig({ ...withoutHook(ISSUE_OPTIONS), ...passing }))
      app.use('/guarded', requireUserSig({ ...withoutHook(guardOptions()), ...passing }))
      const keep: ErrorRequestHandler = (error, _req, res, _next) => {
        passed.push(error)
        res.status(error.status).send('refused by the app')
      }
      app.use(keep)
      const { baseUrl } = await serve(app)
      const answer = await fetch(`${baseUrl}${path}`, init)
      expect(await answer.text()).toBe('refused by the app')
      expect(passed).toHaveLength(1)
      return passed[0]
    }

    test('refusals go to the error handler of the app', async () => {
      expect(await refusal('/usersig', { method: 'POST' })).toMatchObject({
        status: 401,
        code: 'unauthenticated',
        headers: { 'www-authenticate': 'Bearer realm="usersig"' },
      })
      expect(await refusal('/usersig', {})).toMatchObject({ status: 405, headers: { allow: 'POST' } })
      expect(await refusal('/guarded', {})).toMatchObject({ status: 401, code: 'missing_user_sig' })
      const headers = { authorization: 'Bearer nonsense' }
      expect(await refusal('/guarded', { headers })).toMatchObject({ status: 401, code: 'malformed' })
    })

    test('failures go there with their cause, and are printed by nobody else', async () => {
      const printed = vi.spyOn(console, 'error')
      const error = await refusal('/usersig', login('throw'))
      expect(error).toMatchObject({ status: 500, code: 'internal_error', cause: { message: SECRET_DETAIL } })
      expect(error.message).not.toContain(SECRET_DETAIL)
      expect(printed).not.toHaveBeenCalled()
      printed.mockRestore()
    })

    test('onError is called as well', async () => {
      const onError = vi.fn()
      await refusal('/usersig', login('reject'), onError)
      expect(onError).toHaveBeenCalledOnce()
      expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 500, error: SECRET_DETAIL })
    })

    test.each(['/usersig', '/guarded'])('a refused body at %s is not read without end', async (path) => {
      const app = express()
      app.use('/usersig', issueUserSig({ ...ISSUE_OPTIONS, passErrors: true }))
      app.use('/guarded', requireUserSig({ ...guardOptions(), passErrors: true }))
      const answer: ErrorRequestHandler = (error, _req, res, _next) => void res.status(error.status).send('by the app')
      app.use(answer)
      const { baseUrl } = await serve(app)
      const client = new RawClient(baseUrl).write(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n`,
      )
      await client.flood('x'.repeat(0x4000), 32 * 1024 * 1024)
      expect(client.statuses).toEqual([401])
      expect(client.received).toContain('by the app')
    })

    test('successes are answered', async () => {
      const app = express()
      app.use('/usersig', issueUserSig({ ...ISSUE_OPTIONS, passErrors: true }))
      const { baseUrl } = await serve(app)
      expect((await fetch(`${baseUrl}/usersig`, login('alice'))).status).toBe(200)
    })
  })

  test('says so when somebody else has used up the body', async () => {
    const onError = vi.fn()
    const app = express()
    app.post(
      '/usersig',
      (req, _res, next) => void req.resume().on('end', next),
      issueUserSig({ ...ISSUE_OPTIONS, onError }),
    )
    const { baseUrl } = await serve(app)
    const headers = { 'x-test-user': 'alice', 'content-type': 'application/json' }
    const answer = await fetch(`${baseUrl}/usersig`, { method: 'POST', headers, body: '{"roomId":10000}' })
    expect(answer.status).toBe(500)
    expect(onError.mock.calls[0]?.[0].error.message).toContain('the body was read before')
  })

  test('notices that the client left while the login was looked up', async () => {
    const app = express()
    const issued = new Promise((resolve) => {
      app.post(
        '/usersig',
        issueUserSig({
          ...ISSUE_OPTIONS,
          authenticate: async (req) => {
            leaving.abort()
            await new Promise((resolve) => req.socket.on('close', resolve))
            return 'alice'
          },
          onError: resolve,
        }),
      )
    })
    const { baseUrl } = await serve(app)
    const leaving = new AbortController()
    const never = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) })
    const request = { ...login('alice'), body: never, duplex: 'half', signal: leaving.signal }
    await expect(fetch(`${baseUrl}/usersig`, request as RequestInit)).rejects.toThrow()
    expect(await issued).toMatchObject({ status: 400, code: 'invalid_body' })
  })

  test('an answer that cannot be written goes to the error handler of the app', async () => {
    const app = express()
    app.use((_req, res, next) => {
      const { writeHead } = res
      res.writeHead = () => {
        res.writeHead = writeHead
        throw new Error('the header of somebody else is broken')
      }
      next()
    })
    app.post('/usersig', issueUserSig(ISSUE_OPTIONS))
    app.get('/guarded', requireUserSig(guardOptions()))
    const answer: ErrorRequestHandler = (error, _req, res, _next) => res.status(500).send(error.message)
    app.use(answer)
    const { baseUrl } = await serve(app)
    for (const refused of [await fetch(`${baseUrl}/usersig`, login('alice')), await fetch(`${baseUrl}/guarded`)]) {
      expect([refused.status, await refused.text()]).toEqual([500, 'the header of somebody else is broken'])
    }
  })

  test('an answer that comes too late changes nothing', async () => {
    const app = express()
    app.use((req, res, next) => {
      if (req.query['late'] !== undefined) res.status(503).send('took too long')
      next()
    })
    app.post('/usersig', issueUserSig(ISSUE_OPTIONS))
    const { baseUrl } = await serve(app)
    const late = await fetch(`${baseUrl}/usersig?late`, login('alice'))
    expect([late.status, await late.text()]).toEqual([503, 'took too long'])
    expect((await fetch(`${baseUrl}/usersig`, login('alice'))).status).toBe(200)
  })
})
