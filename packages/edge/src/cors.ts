import type { Call, MaybePromise } from './call.ts'
import { checkNames } from './wiring.ts'

/** Which other origins may call from a browser. */
export interface CorsOptions<Env = unknown> {
  /**
   * Origins such as `https://app.example.com`, compared as they are; or a function that decides; or `'*'` for every
   * origin. An origin that is not allowed gets no CORS header, so its browser keeps the answer from the page.
   */
  origins: readonly string[] | '*' | ((origin: string, request: Request, env: Env) => MaybePromise<boolean>)
  /** Lets the browser send cookies along. Not together with `'*'`. @defaultValue false */
  credentials?: boolean
  /** How long the browser may keep the answer to a preflight, in whole seconds. @defaultValue the browser's own, 5 */
  maxAge?: number
}

/** What to do about one request. */
export interface CorsDecision {
  /** Answers the request itself, for a preflight. */
  readonly preflight?: Response
  /** The response with the headers that the origin may have. */
  decorate(response: Response): Response
}

/** Decides on the headers for a request. Rejects when the app's function does. */
export type Cors<Env> = (call: Call<Env>) => MaybePromise<CorsDecision>

const NO_CORS: CorsDecision = { decorate: (response) => response }

/**
 * @param methods what a preflight may ask for, or undefined for every method
 * @throws TypeError for options that could not work
 */
export function createCors<Env>(options: CorsOptions<Env> | undefined, methods: string | undefined): Cors<Env> {
  if (options === undefined) return () => NO_CORS
  checkOptions(options)
  const { origins, credentials = false, maxAge } = options
  const anyOrigin = origins === '*'

  async function allowedOrigin({ request, env }: Call<Env>): Promise<string | undefined> {
    if (anyOrigin) return '*'
    const origin = request.headers.get('origin')
    if (origin === null) return undefined
    const allowed = typeof origins === 'function' ? await origins(origin, request, env) : origins.includes(origin)
    return allowed === true ? origin : undefined
  }

  return async (call) => {
    const headers: [string, string][] = anyOrigin ? [] : [['vary', 'Origin']]
    const origin = await allowedOrigin(call)
    if (origin !== undefined) {
      headers.push(['access-control-allow-origin', origin])
      if (credentials) headers.push(['access-control-allow-credentials', 'true'])
    }
    const decorate = (response: Response) => withHeaders(response, headers)
    if (!isPreflight(call.request)) return { decorate }
    const allowances = origin === undefined ? [] : preflightHeaders(call.request, methods, maxAge)
    return { decorate, preflight: decorate(new Response(null, { status: 204, headers: allowances })) }
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
  // What the app gives may be the answer of a `fetch`, whose headers cannot be changed.
  const copy = new Response(response.body, response)
  for (const [name, value] of headers) {
    if (name === 'vary') copy.headers.append(name, value)
    else copy.headers.set(name, value)
  }
  return copy
}

function checkOptions<Env>(options: CorsOptions<Env>): void {
  checkNames(options, ['origins', 'credentials', 'maxAge'], 'cors')
  const { origins, credentials, maxAge } = options
  if (credentials !== undefined && typeof credentials !== 'boolean') {
    throw new TypeError('cors.credentials must be true or false')
  }
  if (maxAge !== undefined && !(Number.isInteger(maxAge) && maxAge >= 0)) {
    throw new TypeError('cors.maxAge must be a whole number of seconds, at least 0')
  }
  if (origins === '*' && credentials) {
    throw new TypeError(
      "cors.origins '*' with credentials would open every user's login to every site: list the origins instead",
    )
  }
  if (origins === '*' || typeof origins === 'function') return
  if (!Array.isArray(origins)) throw new TypeError("cors.origins must be an array of origins, a function, or '*'")
  for (const origin of origins) checkOrigin(origin)
}

function checkOrigin(origin: unknown): void {
  if (typeof origin !== 'string') throw new TypeError('cors.origins must hold strings')
  if (origin === '*') throw new TypeError("cors.origins: write '*' alone, not in an array")
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
