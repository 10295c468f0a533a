import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Activity } from './activity.ts'
import { checkHost } from './host.ts'
import type { Sessions } from './session.ts'
import { readFiles } from './static.ts'
import { demoUsers, findUser } from './users.ts'

/** What the page is told of the server. */
export interface About {
  readonly sdkAppId: number
  readonly sample: boolean
  readonly adapter: string
  /** How long tickets may be valid, in seconds, the usual lifetime first. */
  readonly lifetimes: readonly number[]
}

interface Parts {
  readonly sessions: Sessions
  readonly activity: Activity
  readonly about: About
  /** Names of this server beside localhost and its addresses. */
  readonly hosts: readonly string[]
}

/** The page and the demo's own login, for any server that speaks Fetch. */
export function createSite({ sessions, activity, about, hosts }: Parts): Hono {
  const site = new Hono()
  const files = readFiles()

  site.use(checkHost(hosts))
  site.use(
    secureHeaders({
      // Whoever ends TLS before this server decides for how long its name shall be reached by HTTPS alone.
      strictTransportSecurity: false,
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  site.use('/api/*', csrf())

  site.get('/api/config', (context) => context.json({ ...about, users: demoUsers }))

  site.get('/api/me', async (context) => {
    const cookie = context.req.header('cookie')
    context.header('cache-control', 'no-store')
    return context.json({ userId: await sessions.userOf(cookie), expire: await sessions.lifetimeOf(cookie) })
  })

  site.post('/api/login', async (context) => {
    const { user, expire }: { user?: unknown; expire?: unknown } = await context.req.json().catch(() => ({}))
    const found = findUser(user)
    if (!found) return context.json({ detail: 'there is no such demo user' }, 400)
    const lifetime = about.lifetimes.find((each) => each === (expire ?? about.lifetimes[0]))
    if (lifetime === undefined) return context.json({ detail: `expire is one of ${about.lifetimes.join(', ')}` }, 400)
    const secure = new URL(context.req.url).protocol === 'https:'
    context.header('set-cookie', await sessions.open(found.id, lifetime, secure))
    // Who is logged in already has but chosen another lifetime.
    const before = await sessions.userOf(context.req.header('cookie'))
    if (before !== found.id) activity.record({ kind: 'login', userId: found.id })
    return context.json({ userId: found.id, expire: lifetime })
  })

  site.post('/api/logout', async (context) => {
    const userId = await sessions.userOf(context.req.header('cookie'))
    if (userId !== null) activity.record({ kind: 'logout', userId })
    context.header('set-cookie', await sessions.close())
    return context.body(null, 204)
  })

  site.get('/api/activity', () => activity.follow())

  site.get('*', (context) => {
    const file = files.get(context.req.path === '/' ? '/index.html' : context.req.path)
    if (!file) return context.text('There is nothing at this address.', 404)
    // The names of assets hold a hash of their content.
    const cache = context.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { 'content-type': file.type, 'cache-control': cache, vary: 'accept-encoding' }
    const isPacked = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
    return isPacked
      ? context.body(file.packed, 200, { ...headers, 'content-encoding': 'gzip' })
      : context.body(file.bytes, 200, headers)
  })
  return site
}
