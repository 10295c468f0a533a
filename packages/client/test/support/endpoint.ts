import { createUserSigner } from '@usersig/core'
import { issueUserSig } from '@usersig/edge'
import type { SourceFetch } from '../../src/index.ts'

export const SDK_APP_ID = 1400000000
export const CREDENTIALS = {
  sdkAppId: SDK_APP_ID,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
}

export const signer = createUserSigner(CREDENTIALS)

/** An answer in place of the endpoint's own, or `undefined` to let it answer. */
type Interception = (request: Request) => Response | undefined | Promise<Response | undefined>

export interface Endpoint {
  /** What came in, in its order. */
  readonly requests: { url: string; body: unknown; headers: Record<string, string>; credentials: string }[]
  /** What becomes of the next requests. */
  readonly next: Interception[]
  /** The user of the app's own session. */
  userId: string
  readonly fetch: SourceFetch
}

/**
 * The endpoint of `@usersig/edge`, asked without a network.
 *
 * @param ahead - How far the server's clock is ahead of the device's, in seconds.
 */
export function createEndpoint({ expire = 3600, ahead = 0 } = {}): Endpoint {
  const serverTime = () => new Date(Date.now() + ahead * 1000)
  const handler = issueUserSig({
    signer: createUserSigner({ ...CREDENTIALS, expire, now: serverTime }),
    authenticate: (request) => (request.headers.get('authorization') === 'Bearer app login' ? endpoint.userId : null),
    authorizeRoom: ({ strRoomId }) => (strRoomId === 'secret' ? null : 'audience'),
  })
  const endpoint: Endpoint = {
    requests: [],
    next: [],
    userId: 'alice',
    async fetch(url, init) {
      const request = new Request(new URL(url, 'https://app.example'), init as RequestInit)
      endpoint.requests.push({
        url: request.url,
        body: JSON.parse(init.body),
        headers: Object.fromEntries(request.headers),
        credentials: request.credentials,
      })
      const response = (await endpoint.next.shift()?.(request)) ?? (await handler(request))
      const headers = new Headers(response.headers)
      if (!headers.has('date')) headers.set('date', serverTime().toUTCString())
      return new Response(response.body, { status: response.status, headers })
    },
  }
  return endpoint
}

/** Never answers, and ends when the request is aborted. */
export const hang: Interception = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

/** The connection breaks; the text holds what must not be shown. */
export const breakDown: Interception = () => {
  throw new TypeError('fetch failed for https://app.example with Bearer app login')
}

export const refuse =
  (status: number, headers: Record<string, string> = {}): Interception =>
  () =>
    Response.json({ status, code: 'overloaded', detail: 'come back later' }, { status, headers })

/** What a source needs to be let in. */
export const LOGIN = { endpoint: '/usersig', headers: { authorization: 'Bearer app login' } }
