import type { EndpointOptions, EndpointRequest } from '@usersig/core/endpoint'
import {
  answerError,
  askWithin,
  DEFAULT_CALLBACK_TIMEOUT,
  flag,
  type MaybePromise,
  type OptionCheck,
  type OptionTable,
  readOptions,
  show,
  wholeNumber,
} from '@usersig/core/internal'
import type { EdgeContext } from './fetch-handler.ts'
import { toResponse } from './translate.ts'

/** Which other origins may call from a browser. */
export interface CorsOptions<Env = unknown> {
  /**
   * Origins such as `https://app.example.com`, compared as they are; or a function that decides; or `'*'` for every
   * origin. An origin that is not allowed gets no CORS header, so its browser keeps the answer from the page.
   */
  origins:
    | readonly string[]
    | '*'
    | ((origin: string, request: Request, context: EdgeContext<Env>) => MaybePromise<boolean>)
  /** Lets the browser send cookies along. Not together with `'*'`. @defaultValue false */
  credentials?: boolean
  /** How long the browser may keep the answer to a preflight, in whole seconds up to a day. @defaultValue the browser's own, 5 */
  maxAge?: number
}

type Call<Env> = EndpointRequest<Request, EdgeContext<Env>>

/** Answers a preflight, or lets `answer` do it, and adds the CORS headers. */
type WithCors<Env> = (asked: Call<Env>, answer: () => Promise<Response>) => Promise<Response>

const inCors =
  (check: OptionCheck): OptionCheck =>
  (value, name) =>
    check(value, `cors.${name}`)

const OPTIONS: OptionTable<CorsOptions> = {
  origins: inCors(checkOrigins),
  credentials: inCors(flag),
  maxAge: inCors(wholeNumber(0, 86_400, 'seconds')),
}

/** The option `cors`. */
export const corsOption: OptionCheck = (value) => {
  const cors = readOptions<CorsOptions>(value, OPTIONS, 'cors')
  if (cors.origins === undefined) {
    throw new TypeError("cors.origins is missing: write cors: { origins: ['https://app.example.com'] }")
  }
  if (cors.origins === '*' && cors.credentials) {
    throw new TypeError(
      "cors.origins '*' with credentials would open every user's login to every site: list the origins instead",
    )
  }
  return cors
}

/**
 * @param options what {@link corsOption} has checked
 * @param methods what a preflight may ask for, or undefined for every method
 * @param hooks who is told when the app's function fails, and how long it may take
 */
export function createCors<Env>(
  options: CorsOptions<Env> | undefined,
  methods: string | undefined,
  hooks: Pick<EndpointOptions<Request, EdgeContext<Env>>, 'onError' | 'callbackTimeout'>,
): WithCors<Env> {
  if (options === undefined) return (_asked, answer) => answer()
  const { origins, credentials = false, maxAge } = options
  const { callbackTimeout = DEFAULT_CALLBACK_TIMEOUT } = hooks
  const anyOrigin = origins === '*'

  async function allowedOrigin({ request, context }: Call<Env>): Promise<string | undefined> {
    if (anyOrigin) return '*'
    const origin = request.headers.get('origin')
    if (origin === null) return undefined
    if (typeof origins !== 'function') return origins.includes(origin) ? origin : undefined
    const allowed = await askWithin(() => origins(origin, request, context), callbackTimeout, 'cors.origins')
    return allowed === true ? origin : undefined
  }

  return async (asked, answer) => {
    let origin: string | undefined
    try {
      origin = await allowedOrigin(asked)
    } catch (error) {
      return toResponse(answerError(error, asked, hooks))
    }
    const headers: [string, string][] = anyOrigin ? [] : [['vary', 'Origin']]
    if (origin !== undefined) {
      headers.push(['access-control-allow-origin', origin])
      if (credentials) headers.push(['access-control-allow-credentials', 'true'])
    }
    if (!isPreflight(asked.request)) return withHeaders(await answer(), headers)
    const allowances = origin === undefined ? [] : preflightHeaders(asked.request, methods, maxAge)
    return withHeaders(new Response(null, { status: 204, headers: allowances }), headers)
  }
}

/** Source: the CORS-preflight fetch of fetch.spec.whatwg.org, section 4.8. */
function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method')
}

function preflightHeaders(
  { headers }: Request,
  methods: string | undefined,
  maxAge: number | undefined,
): [string, string][] {
  const requestedHeaders = headers.get('access-control-request-headers')
  const list: [string, string][] = [
    ['access-control-allow-methods', methods ?? headers.get('access-control-request-method') ?? ''],
    // Which headers carry the login is the app's matter: an origin that is allowed may send what it asks for.
    ['vary', 'Access-Control-Request-Headers'],
  ]
  if (requestedHeaders) list.push(['access-control-allow-headers', requestedHeaders])
  if (maxAge !== undefined) list.push(['access-control-max-age', String(maxAge)])
  return list
}

function withHeaders(response: Response, headers: readonly [string, string][]): Response {
  // What the app returns may be the answer of a `fetch`, whose headers cannot be changed.
  const copy = new Response(response.body, response)
  for (const [name, value] of headers) {
    if (name === 'vary') copy.headers.append(name, value)
    else copy.headers.set(name, value)
  }
  return copy
}

function checkOrigins(origins: unknown): unknown {
  if (origins === '*' || typeof origins === 'function') return origins
  if (!Array.isArray(origins)) {
    throw new TypeError(`cors.origins is ${show(origins)}, but must be an array of origins, a function, or '*'`)
  }
  for (const origin of origins) checkOrigin(origin)
  return Object.freeze([...origins])
}

function checkOrigin(origin: unknown): void {
  if (typeof origin !== 'string') throw new TypeError('cors.origins must hold strings')
  if (origin === '*') throw new TypeError("cors.origins: write '*' alone, not in an array")
  if (origin.includes('*')) {
    throw new TypeError(`cors.origins holds "${origin}": origins are compared as they are, so decide in a function`)
  }
  const suggestion = originOf(origin)
  if (suggestion === origin) return
  const hint = suggestion ? `: write "${suggestion}"` : ', such as "https://app.example.com"'
  throw new TypeError(`cors.origins holds "${origin}", which is not an origin as browsers send it${hint}`)
}

/** The origin that a browser would send for this address. */
function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { origin, protocol, host } = new URL(address)
  if (origin !== 'null') return origin
  // Web views of apps send schemes of their own, such as capacitor://localhost.
  return host === '' ? undefined : `${protocol}//${host}`
}
