import { describe, expect, test, vi } from 'vitest'
import { type CorsOptions, issueUserSig, requireUserSig } from '../src/index.ts'
import { authenticate, credentials, post, signer } from './support/fixture.ts'

const APP = 'https://app.example.com'
const OTHER = 'https://evil.example'

const issue = (cors?: CorsOptions) =>
  issueUserSig({ credentials, authenticate, onError: () => {}, ...(cors && { cors }) })

const from = (origin: string) => post({ headers: { origin } })

function preflight(origin: string, method = 'POST', headers = 'authorization,content-type'): Request {
  return new Request('https://api.example.com/usersig', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
  })
}

const corsHeaders = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => name === 'vary' || name.startsWith('access-control-')))

describe('an origin that is listed', () => {
  const handler = issue({ origins: [APP, 'capacitor://localhost'], credentials: true, maxAge: 600 })

  test.each([APP, 'capacitor://localhost'])('%s may read the answer', async (origin) => {
    const response = await handler(from(origin))
    expect(response.status).toBe(200)
    expect(corsHeaders(response)).toEqual({
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
    })
  })

  test('may read faults too', async () => {
    const response = await handler(post({ headers: { origin: APP }, body: 'x' }))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([415, APP])
  })

  test('gets its preflight answered', async () => {
    const response = await handler(preflight(APP))
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(corsHeaders(response)).toEqual({
      vary: 'Access-Control-Request-Headers, Origin',
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-max-age': '600',
    })
  })

  test('POST with the headers of a preflight is not one', async () => {
    const request = post({ headers: { origin: APP, 'access-control-request-method': 'POST' } })
    expect((await handler(request)).status).toBe(200)
  })

  test('OPTIONS that is not a preflight answers 405', async () => {
    const options = new Request('https://api.example.com/usersig', { method: 'OPTIONS', headers: { origin: APP } })
    expect((await handler(options)).status).toBe(405)
  })
})

describe('an origin that is not listed', () => {
  const handler = issue({ origins: [APP], credentials: true, maxAge: 600 })

  test.each([OTHER, 'null', `${APP}.evil.example`, 'https://APP.example.com', 'http://app.example.com', `${APP}:8443`])(
    '%s gets no header that opens anything',
    async (origin) => {
      expect(corsHeaders(await handler(from(origin)))).toEqual({ vary: 'Origin' })
      expect(corsHeaders(await handler(preflight(origin)))).toEqual({ vary: 'Origin' })
    },
  )

  test('a request without an origin varies too', async () => {
    expect(corsHeaders(await handler(post()))).toEqual({ vary: 'Origin' })
  })
})

test("'*' opens the answer to every page, without a login that comes by itself", async () => {
  const handler = issue({ origins: '*' })
  expect(corsHeaders(await handler(from(OTHER)))).toEqual({ 'access-control-allow-origin': '*' })
  expect(corsHeaders(await handler(post()))).toEqual({ 'access-control-allow-origin': '*' })
})

describe('a function', () => {
  test('decides, with the request and env', async () => {
    const origins = vi.fn(async (origin: string, ..._more: unknown[]) => origin === APP)
    const handler = issueUserSig<{ name: string }>({ credentials, authenticate, cors: { origins } })
    const request = from(APP)
    expect((await handler(request, { name: 'env' })).headers.get('access-control-allow-origin')).toBe(APP)
    expect(origins).toHaveBeenCalledExactlyOnceWith(APP, request, { env: { name: 'env' }, ctx: undefined })
    expect(corsHeaders(await handler(from(OTHER), { name: 'env' }))).toEqual({ vary: 'Origin' })
  })

  test('that returns anything but true opens nothing', async () => {
    const handler = issue({ origins: (() => 'yes') as never })
    expect(corsHeaders(await handler(from(APP)))).toEqual({ vary: 'Origin' })
  })

  test('that fails is a 500 without a ticket and without its reason', async () => {
    const onError = vi.fn()
    const origins = () => Promise.reject(new Error('database password'))
    const handler = issueUserSig({ credentials, authenticate, onError, cors: { origins } })
    const response = await handler(from(APP))
    expect([response.status, corsHeaders(response)]).toEqual([500, {}])
    expect(await response.text()).not.toContain('password')
    expect(onError.mock.lastCall?.[0].error.message).toBe('database password')
  })
})

test('a function that hangs is not waited for', async () => {
  const cors = { origins: () => new Promise<never>(() => {}) }
  const handler = issueUserSig({ credentials, authenticate, onError: () => {}, callbackTimeout: 0.05, cors })
  expect((await handler(from(APP))).status).toBe(503)
})

describe('the guard', () => {
  const handler = vi.fn(() => Response.redirect('https://example.com/'))
  const guard = requireUserSig({ credentials, onError: () => {}, cors: { origins: [APP] } })(handler)

  test('answers preflights of every method without a ticket', async () => {
    const response = await guard(preflight(APP, 'PATCH'))
    expect([response.status, response.headers.get('access-control-allow-methods')]).toEqual([204, 'PATCH'])
    expect(handler).not.toHaveBeenCalled()
  })

  test('adds the headers to answers of the app, even where they are immutable, and to refusals', async () => {
    const headers = { origin: APP, authorization: `Bearer ${signer.genUserSig('alice')}` }
    const passed = await guard(new Request('https://api.example.com/me', { headers }))
    expect([passed.status, passed.headers.get('location')]).toEqual([302, 'https://example.com/'])
    expect(passed.headers.get('access-control-allow-origin')).toBe(APP)
    const refused = await guard(new Request('https://api.example.com/me', { headers: { origin: APP } }))
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, APP])
  })

  test('adds to the Vary of the app', async () => {
    const varying = requireUserSig({ credentials, cors: { origins: [APP] } })(
      () => new Response('', { headers: { vary: 'Accept' } }),
    )
    const headers = { authorization: `Bearer ${signer.genUserSig('alice')}` }
    const response = await varying(new Request('https://api.example.com/me', { headers }))
    expect(response.headers.get('vary')).toBe('Accept, Origin')
  })
})

describe('options that could not work', () => {
  test.each([
    [{ origins: '*', credentials: true }, /every user's login to every site/],
    [{ origins: ['*'] }, /write '\*' alone/],
    [{ origins: ['https://*.example.com'] }, /decide in a function/],
    [{ origins: [`${APP}/`] }, /write "https:\/\/app\.example\.com"/],
    [{ origins: [`${APP}:443`] }, /write "https:\/\/app\.example\.com"/],
    [{ origins: ['https://App.example.com'] }, /write "https:\/\/app\.example\.com"/],
    [{ origins: ['https://bücher.example'] }, /write "https:\/\/xn--bcher-kva\.example"/],
    [{ origins: ['app.example.com'] }, /such as "https:/],
    [{ origins: ['null'] }, /not an origin/],
    [{ origins: [7] }, /must hold strings/],
    [{ origins: APP }, /must be an array/],
    [{}, /origins is missing/],
    [{ origin: [APP] }, /no option "origin"/],
    [{ origins: [APP], maxAge: -1 }, /cors\.maxAge is -1/],
    [{ origins: [APP], maxAge: Number.NaN }, /cors\.maxAge is NaN/],
    [{ origins: [APP], credentials: 'include' }, /cors\.credentials is "include", but must be true or false/],
  ])('%j', (cors, message) => {
    expect(() => issue(cors as never)).toThrow(TypeError)
    expect(() => issue(cors as never)).toThrow(message)
  })
})
