import { toUserId } from '@usersig/core'
import { ProblemError } from '@usersig/core/endpoint'
import { callback, type OptionTable, ownOptions, readOptions, text, wholeNumber } from '@usersig/core/internal'
import { type JSONWebKeySet, jwtVerify } from 'jose'
import { authorization } from './authorization.ts'
import { bearerToken } from './bearer-token.ts'
import { type Claims, keepClaims } from './claims.ts'
import { createDiscovery, isSafe } from './discovery.ts'
import { type Expected, explainRefusal } from './explain-refusal.ts'
import type { Freshness } from './freshness.ts'
import { createKeySet, type KeySource, ProviderError } from './key-set.ts'
import { cannotCheck, notLoggedIn, orSetIt } from './problems.ts'
import { createReporter } from './reporter.ts'

/** Public keys. Source: RFC 7517, section 5. */
export interface KeySet {
  /** Each a JWK. Source: RFC 7517, section 4. */
  readonly keys: readonly object[]
}

/** The `authenticate` of any adapter: it returns the UserID, or `null` where the request holds no token. */
export interface Authenticate {
  (request: unknown): Promise<string | null>
  /**
   * Whether tokens can be checked, for a readiness probe: fetches the provider's keys where they are not there or are old.
   *
   * @returns `fresh`, or `stale` while the provider is down and its last keys serve on
   * @throws Error when there are no keys
   */
  ready(): Promise<Freshness>
}

/** Which tokens are a login, and whose. */
export interface JwtOptions {
  /** Issuer of the tokens: their exact `iss`. `undefined`, as of a variable that is not set, is refused. */
  issuer: string | undefined
  /**
   * Whom the tokens are for: a value, or several, of which `aud` has to hold one. `undefined`, as of a variable that is
   * not set, is refused.
   */
  audience: string | readonly string[] | undefined
  /**
   * The keys of the issuer: a key set, or its address.
   * @defaultValue found by OpenID Connect Discovery, at the first request
   */
  jwks?: KeySet | string | URL
  /**
   * Which signatures count. Those with a shared secret (HS256) and `none` are not among them: a public key must not be
   * taken for a secret.
   * @defaultValue RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519
   */
  algorithms?: readonly string[]
  /** By how many seconds clocks may differ, whole seconds from 0 to 300. @defaultValue 5 */
  clockTolerance?: number
  /**
   * The UserID: the name of a claim, which `toUserId` maps, or a function of the claims. Two users must never get the
   * same UserID, so choose a claim that the provider never reassigns. Return nothing (`null`, `undefined`) to refuse
   * the login.
   * @defaultValue 'sub'
   */
  userId?: string | ((claims: Claims) => string | null | undefined | Promise<string | null | undefined>)
  /**
   * Told why a token was refused, or that an `Authorization` header holds none, and with which request it came; the
   * client gets to know nothing but 401.
   * @defaultValue prints the reason with `console.warn`, each one at most every ten seconds
   */
  onRefused?: (error: Error, request: unknown) => void
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

const OPTIONS: OptionTable<JwtOptions> = {
  issuer: text,
  audience: (value, name) => {
    const values = Array.isArray(value) ? value : [value]
    if (values.length > 0 && values.every((each) => typeof each === 'string' && each !== '')) return [...values]
    throw new TypeError(
      `${name} must be a text that is not empty, or several: without it, tokens for others would pass`,
    )
  },
  jwks: readJwks,
  algorithms: (value) => {
    if (Array.isArray(value) && value.length > 0 && value.every((each) => ALGORITHMS.includes(each))) return [...value]
    throw new TypeError(`algorithms must be some of ${ALGORITHMS.join(', ')}`)
  },
  clockTolerance: wholeNumber(0, 300, 'seconds'),
  userId: (value, name) => (typeof value === 'function' ? value : text(value, name)),
  onRefused: callback,
}

const NOT_BEARER =
  'the Authorization header is not Bearer and a token: let the app send "Bearer", a space and the access token, which may have been empty'

/** Longest token that is looked at, in characters. */
const MAX_TOKEN = 16_384

/**
 * Creates the `authenticate` of an endpoint from the access tokens of an OpenID Connect provider, which the app sends
 * as `Authorization: Bearer`. A missing, wrong or expired token answers 401; an unreachable provider answers 503.
 *
 * @param given the issuer, the audience, and the mapping from the claims to a UserID
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * app.post('/usersig', issueUserSig({
 *   authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
 * }))
 * ```
 */
export function jwt(given: JwtOptions): Authenticate {
  return createJwt(readOptions<JwtOptions>(given, OPTIONS, 'jwt'))
}

/** What a preset checks beyond issuer, audience and times: it returns what is wrong with the claims, if anything is. */
export type ClaimsCheck = (claims: Claims) => string | undefined

/** @throws TypeError for an option that is missing */
export function createJwt(given: JwtOptions, check: ClaimsCheck = () => undefined, audiences = true): Authenticate {
  const options = ownOptions(given)
  const { issuer, audience, jwks, clockTolerance = 5, userId = 'sub' } = options
  if (issuer === undefined) {
    throw new TypeError(`issuer is missing: write the iss of your tokens, letter by letter, ${orSetIt('LOGIN_ISSUER')}`)
  }
  if (audiences && audience === undefined) {
    throw new TypeError(
      `audience is missing: write the aud of your tokens, or tokens for other services would pass, ${orSetIt('LOGIN_AUDIENCE')}`,
    )
  }
  const keyOf = findKeys(issuer, jwks)
  const algorithms = [...(options.algorithms ?? ALGORITHMS)]
  const hasOwnKeys = typeof jwks === 'object' && !(jwks instanceof URL)
  const expected: Expected = { issuer, audience, algorithms, hasOwnKeys }
  const verifyOptions = ownOptions({
    issuer,
    algorithms,
    clockTolerance,
    requiredClaims: ['exp', 'sub'],
    ...(audience !== undefined && { audience: audience as string[] }),
  })
  const report = createReporter(options.onRefused)
  const toUser = typeof userId === 'function' ? userId : (claims: Claims) => claimAsUserId(claims, userId)

  async function authenticate(request: unknown): Promise<string | null> {
    const token = bearerToken(request)
    if (token === undefined) {
      if (authorization(request)) report(new Error(NOT_BEARER), request)
      return null
    }
    try {
      if (token.length > MAX_TOKEN) throw new Error(`the token has more than ${MAX_TOKEN} characters`)
      const { payload } = await jwtVerify(token, keyOf, verifyOptions)
      const fault = check(payload)
      if (fault !== undefined) throw new Error(fault)
      const user = await toUser(payload)
      if (user === null || user === undefined) throw new Error('userId returned nothing for the claims of the token')
      keepClaims(request, payload)
      return user
    } catch (error) {
      throw asProblem(error, () => {
        const reason = explainRefusal(error, token, expected)
        report(reason, request)
        return reason
      })
    }
  }
  return Object.assign(authenticate, { ready: () => keyOf.ready() })
}

function findKeys(issuer: string, jwks: JwtOptions['jwks']): KeySource {
  if (jwks !== undefined) return createKeySet(jwks as JSONWebKeySet | string)
  if (!isSafe(issuer))
    throw new TypeError('issuer must be an https address, or http://localhost for a trial, or pass jwks')
  const discover = createDiscovery(issuer)
  let found: { readonly address: string; readonly keys: KeySource } | undefined
  async function find(): Promise<KeySource> {
    const address = await discover()
    if (found?.address !== address) found = { address, keys: createKeySet(address) }
    return found.keys
  }
  const keyOf = async (...[header, token]: Parameters<KeySource>) => (await find())(header, token)
  return Object.assign(keyOf, { ready: async () => (await find()).ready() })
}

/** A claim is text that the provider has signed; toUserId() makes a UserID of any, and never the same of two. */
function claimAsUserId(claims: Claims, name: string): string {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  if (typeof value === 'string' && value !== '' && value.length <= 1024) return toUserId(value)
  throw new Error(`the token has no claim ${name} with a text`)
}

/** What is wrong with a token is told to the log, and not to who sent it. */
function asProblem(error: unknown, report: () => Error): ProblemError {
  if (ProblemError.is(error)) return error
  if (error instanceof ProviderError) return cannotCheck(error)
  return notLoggedIn(report(), 'Bearer realm="usersig", error="invalid_token"')
}

function readJwks(value: unknown): JSONWebKeySet | string {
  if (typeof value === 'string' || value instanceof URL) {
    if (isSafe(String(value))) return String(value)
    throw new TypeError('jwks must be an https address, or a key set')
  }
  if (typeof value === 'object' && value !== null && Array.isArray((value as JSONWebKeySet).keys)) {
    return structuredClone(value) as JSONWebKeySet
  }
  throw new TypeError('jwks must be an https address, or a key set: { keys: […] }')
}
