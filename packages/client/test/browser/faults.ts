import type { ServerResponse } from 'node:http'
import type { BrowserContext, Page } from 'playwright-core'
import type { SourceOptions } from '../../src/index.ts'
import type { Site } from './site.ts'

/** A site, and a browser's page of it, whose clocks stand still but for `advance`. */
export interface World {
  readonly site: Site
  readonly context: BrowserContext
  readonly page: Page
  /** The requests for tickets that have no answer yet. */
  readonly underWay: Set<unknown>
}

/** Something that goes wrong, and what an app sees of it at three moments. */
export interface Fault {
  readonly name: string
  /** How long it lasts, in seconds. */
  readonly lasts: number
  /** Within how many seconds after it all is well. @defaultValue 31 */
  readonly patience?: number
  begin(world: World): unknown
  end?(world: World): unknown
  /** How far the device's clock is ahead when the page is opened, in seconds. */
  readonly deviceAhead?: number
  /** A storage that is not the browser's own. */
  readonly storage?: string
  readonly options?: (site: Site) => Partial<SourceOptions>
  /** What the first `get()` gives, and one after the fault. */
  readonly first: string
  /** What a subscription hears, with valid tickets at hand when the fault begins. */
  readonly renewal: string
  /** The states of `loginChat`, whose ticket ended in a sleep, and during the fault Chat says so. */
  readonly chat: string
}

type Reply = (response: ServerResponse) => unknown

/** A fault of the endpoint's answers. */
const answer = (name: string, lasts: number, reply: Reply, seen: Pick<Fault, 'first' | 'renewal' | 'chat'>): Fault => ({
  name,
  lasts,
  ...seen,
  begin({ site }) {
    site.answer = (_, response) => {
      reply(response)
      return true
    }
  },
  end({ site }) {
    site.answer = undefined
  },
})

const cut: Reply = (response) => response.socket?.destroy()

const page: Reply = (response) => response.setHeader('content-type', 'text/html').end('<h1>Log in</h1>')

const problem =
  (status: number, code: string, retryAfter?: number): Reply =>
  (response) => {
    response.statusCode = status
    if (retryAfter) response.setHeader('retry-after', retryAfter)
    response.setHeader('content-type', 'application/problem+json').end(JSON.stringify({ status, code, detail: code }))
  }

/** What an app sees where nothing goes wrong. */
const NOTHING = { first: 'tickets', renewal: 'renewed', chat: 'renewing → ready' }

export const FAULTS: readonly Fault[] = [
  answer('endpoint away for 1 s', 1, cut, NOTHING),
  answer('endpoint away for 12 s', 12, cut, {
    first: 'network, later tickets',
    renewal: 'network, valid throughout, renewed by itself',
    chat: 'renewing → offline (network) → ready',
  }),
  answer('endpoint away for 1 h', 3600, cut, {
    first: 'network, later tickets',
    renewal: 'network, ended, renewed by itself',
    chat: 'renewing → offline (network) → ready',
  }),
  answer('HTML with status 200: a portal', 60, page, {
    first: 'invalid_answer, later tickets',
    renewal: 'invalid_answer, valid throughout, renewed by itself',
    chat: 'renewing → offline (invalid_answer) → ready',
  }),
  answer('redirect to a login page', 60, (response) => response.writeHead(302, { location: '/login' }).end(), {
    first: 'invalid_answer, later tickets',
    renewal: 'invalid_answer, valid throughout, renewed by itself',
    chat: 'renewing → offline (invalid_answer) → ready',
  }),
  answer('401: the login has ended', 60, problem(401, 'unauthenticated'), {
    first: 'unauthenticated, later tickets',
    renewal: 'unauthenticated, valid throughout, renewed on wake',
    chat: 'renewing → refused (unauthenticated) → ready on wake',
  }),
  answer('403: the user is refused', 60, problem(403, 'refused'), {
    first: 'refused, later tickets',
    renewal: 'refused, valid throughout, renewed on wake',
    chat: 'renewing → refused (refused) → ready on wake',
  }),
  answer('429 with Retry-After: 2', 60, problem(429, 'rate_limited', 2), {
    first: 'rate_limited, later tickets',
    renewal: 'rate_limited, valid throughout, renewed by itself',
    chat: 'renewing → offline (rate_limited) → ready',
  }),
  {
    ...answer('429 with Retry-After: 86400', 60, problem(429, 'rate_limited', 86400), {
      first: 'rate_limited, later tickets',
      renewal: 'rate_limited, valid throughout, renewed by itself',
      chat: 'renewing → offline (rate_limited) → ready',
    }),
    // Four minutes of it count.
    patience: 240,
  },
  {
    name: 'CORS refuses',
    lasts: 60,
    options: ({ otherOrigin }) => ({ endpoint: `${otherOrigin}/usersig` }),
    begin({ site }) {
      site.cors = false
    },
    end({ site }) {
      site.cors = true
    },
    first: 'network, later tickets',
    renewal: 'network, valid throughout, renewed by itself',
    chat: 'renewing → offline (network) → ready',
  },
  {
    name: 'offline for 1 min, and back',
    lasts: 60,
    begin: ({ context }) => context.setOffline(true),
    end: ({ context }) => context.setOffline(false),
    first: 'network, later tickets',
    renewal: 'network, valid throughout, renewed by itself',
    chat: 'renewing → offline (network) → ready',
  },
  {
    name: 'sleep of a day',
    lasts: 0,
    async begin({ site, page }) {
      site.time = (site.time ?? 0) + 86_400
      await page.clock.fastForward(86_400_000)
    },
    ...NOTHING,
  },
  { name: 'device clock 1 h fast', lasts: 0, deviceAhead: 3600, begin() {}, ...NOTHING },
  { name: 'device clock 1 h slow', lasts: 0, deviceAhead: -3600, begin() {}, ...NOTHING },
  {
    name: 'clock 1 h fast, then right',
    lasts: 0,
    deviceAhead: 3600,
    begin: ({ site, page }) => page.clock.setSystemTime((site.time ?? 0) * 1000),
    ...NOTHING,
  },
  {
    name: 'clock 1 h slow, then right',
    lasts: 0,
    deviceAhead: -3600,
    begin: ({ site, page }) => page.clock.setSystemTime((site.time ?? 0) * 1000),
    ...NOTHING,
  },
  {
    name: 'storage forbidden',
    lasts: 0,
    storage: 'browser',
    begin: ({ page }) =>
      page.evaluate(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('forbidden', 'SecurityError')
          },
        })
      }),
    ...NOTHING,
  },
  { name: 'storage full', lasts: 0, storage: 'full', begin() {}, ...NOTHING },
  {
    name: 'storage corrupt',
    lasts: 0,
    storage: 'browser',
    begin: ({ page }) =>
      page.evaluate(() => {
        for (const key of Object.keys(localStorage)) localStorage.setItem(key, '[{"tickets":')
      }),
    ...NOTHING,
  },
  { name: 'storage hangs', lasts: 0, storage: 'hanging', begin() {}, ...NOTHING },
]
