import { type AppKey, type Diagnosis, diagnose, showDuration } from '@usersig/doctor'
import { LONG_LIFETIME } from '../limits.ts'
import { quoted } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { type Answer, AnswerError, ask } from './ask.ts'

/** An issuing endpoint, and how it is asked. */
export interface Endpoint {
  readonly url: URL
  readonly origin: string | undefined
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly keys: readonly AppKey[]
  readonly userId: string | undefined
  readonly language: 'en' | 'zh'
}

/** What one look at the answer found. */
export interface Check {
  readonly about: keyof typeof words.watch.checks
  readonly severity: 'good' | 'warning' | 'bad'
  readonly message: string
  readonly action?: string
}

/** Seconds within which an answer has to come: the client's own limit. */
const TIMEOUT = 10
/** By so many seconds clocks may differ without harm. */
const CLOCK_TOLERANCE = 5
/** A ticket that ends sooner makes its client ask all the time. */
const SHORT_LIFETIME = 300

/** Asks as a client does, and as the browser asks before it where a page is named. */
export async function checkEndpoint(endpoint: Endpoint): Promise<Check[]> {
  const { url, origin, headers } = endpoint
  try {
    const preflight = origin === undefined ? [] : await checkPreflight(endpoint, origin)
    const sent = { 'content-type': 'application/json', ...Object.fromEntries(headers), ...(origin && { origin }) }
    const answer = await ask(url, { method: 'POST', headers: sent, body: '{}' }, TIMEOUT)
    return [...preflight, ...checkAnswer(answer, endpoint)]
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error
    return [bad('reach', error.message, words.watch.unreachableHint)]
  }
}

function checkAnswer(answer: Answer, endpoint: Endpoint): Check[] {
  const { origin, language } = endpoint
  const cors = origin === undefined ? [] : [checkOrigin(answer, origin)]
  const clock = checkClock(answer, language)
  if (answer.status !== 200) return [...checkStatus(answer), ...cors, clock]
  const type = answer.headers.get('content-type') ?? words.watch.none
  const status = good('status', '200')
  if (!/^application\/json\b/i.test(type)) {
    return [status, bad('type', words.watch.notJson(type), words.watch.notJsonHint), ...cors, clock]
  }
  return [status, ...cors, clock, checkCache(answer), ...checkTicket(answer, endpoint)]
}

function checkStatus({ status, headers }: Answer): Check[] {
  if (status >= 300 && status < 400) {
    return [bad('redirect', words.watch.redirected(headers.get('location') ?? '?'), words.watch.redirectHint)]
  }
  const { statusHints } = words.watch
  return [bad('status', words.watch.status(status), statusHints[status] ?? statusHints['other'])]
}

function checkOrigin({ headers }: Answer, origin: string): Check {
  const allowed = headers.get('access-control-allow-origin')
  if (allowed === '*' || allowed === origin) return good('cors', words.watch.corsOk(origin))
  return bad('cors', words.watch.noCors(origin), words.watch.noCorsHint)
}

async function checkPreflight({ url, headers }: Endpoint, origin: string): Promise<Check[]> {
  const names = ['content-type', ...headers.map(([name]) => name.toLowerCase())]
  const asked = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': [...new Set(names)].sort().join(','),
  }
  const answer = await ask(url, { method: 'OPTIONS', headers: asked }, TIMEOUT)
  const { preflight, preflightHeaders, preflightHint } = words.watch
  if (answer.status < 200 || answer.status > 299) return [bad('cors', preflight(answer.status), preflightHint)]
  const allowed = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/)
  // Source: Fetch Standard, "CORS-preflight fetch": the star does not stand for Authorization.
  const missing = names.filter(
    (name) => !allowed.includes(name) && !(allowed.includes('*') && name !== 'authorization'),
  )
  return missing.length === 0 ? [] : [bad('cors', preflightHeaders([...new Set(missing)].join(', ')), preflightHint)]
}

function checkClock({ headers, arrived }: Answer, language: Endpoint['language']): Check {
  const date = Date.parse(headers.get('date') ?? '') / 1000
  if (Number.isNaN(date)) return warning('clock', words.watch.noClock, words.watch.noClockHint)
  const off = Math.abs(Math.round(date - arrived))
  if (off <= CLOCK_TOLERANCE) return good('clock', words.watch.clockOk)
  return bad('clock', words.watch.clockOff(showDuration(off, language)), words.watch.clockHint)
}

function checkCache({ headers }: Answer): Check {
  const value = headers.get('cache-control')
  if (/\bno-store\b/i.test(value ?? '')) return good('cache', words.watch.cacheOk)
  return bad('cache', words.watch.cached(value ?? words.watch.none), words.watch.cacheHint)
}

function checkTicket({ body, arrived }: Answer, { keys, userId, language }: Endpoint): Check[] {
  const found = diagnose(body, { keys, language, ...(userId !== undefined && { userId }) })
  const { verdict, claims, causes } = found
  if (verdict === 'none' || !claims) return [bad('ticket', words.watch.noTicket, words.watch.noTicketHint)]
  if (verdict === 'invalid') {
    return causes.slice(0, 3).map(({ message, action }) => bad('ticket', message, action))
  }
  const said = verdict === 'valid' ? words.watch.ticketOk : words.watch.ticketUnverified
  return [
    good('ticket', said(quoted(claims.userId), claims.sdkAppId)),
    ...doubtsOf(found),
    checkLifetime(claims.expiresAt - Math.floor(arrived), language),
  ]
}

const doubtsOf = ({ findings }: Diagnosis): Check[] =>
  findings
    .filter(({ severity, about }) => severity === 'warning' && about !== 'time')
    .map(({ message, action }) => warning('ticket', message, action))

function checkLifetime(left: number, language: Endpoint['language']): Check {
  const shown = showDuration(Math.max(0, left), language)
  const { short, shortHint, long, longHint, lifetime } = words.watch
  if (left < SHORT_LIFETIME) return warning('lifetime', short(shown), shortHint)
  return left > LONG_LIFETIME ? warning('lifetime', long(shown), longHint) : good('lifetime', lifetime(shown))
}

const good = (about: Check['about'], message: string): Check => ({ about, severity: 'good', message })
const bad = (about: Check['about'], message: string, action?: string): Check => toCheck(about, 'bad', message, action)
const warning = (about: Check['about'], message: string, action: string): Check =>
  toCheck(about, 'warning', message, action)

function toCheck(about: Check['about'], severity: Check['severity'], message: string, action = ''): Check {
  return { about, severity, message, ...(action !== '' && { action }) }
}
