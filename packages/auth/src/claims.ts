/** The claims of a token whose signature, issuer, audience and times have been checked. */
export interface Claims {
  /** Issuer of the token. */
  readonly iss?: string
  /** Whom it is about: the user. */
  readonly sub?: string
  /** Whom it is for. */
  readonly aud?: string | readonly string[]
  /** When it ends, in Unix seconds. */
  readonly exp?: number
  /** When it begins to count, in Unix seconds. */
  readonly nbf?: number
  /** When it was issued, in Unix seconds. */
  readonly iat?: number
  /** Its own identifier. */
  readonly jti?: string
  readonly [name: string]: unknown
}

const accepted = new WeakMap<object, Claims>()

/** Keeps the claims beside the request, where nothing that a client sends can get. */
export function keepClaims(request: unknown, claims: Claims): void {
  if (typeof request === 'object' && request !== null) accepted.set(request, claims)
}

/**
 * The claims of the token that logged a request in, for rules that depend on more than the user.
 *
 * @param request the request that `authenticate` got, as `authorizeRoom`, `limit` and the hooks get it
 * @throws TypeError when no `authenticate` of this package accepted a token of this request
 * @example
 * ```ts
 * app.post('/usersig', issueUserSig({
 *   authenticate,
 *   authorizeRoom: ({ strRoomId }, req) => [getClaims(req)['rooms']].flat().includes(strRoomId) && 'audience',
 * }))
 * ```
 */
export function getClaims(request: unknown): Claims {
  const claims = typeof request === 'object' && request !== null ? accepted.get(request) : undefined
  if (claims) return claims
  throw new TypeError('this request has no claims: pass the very request that jwt(), or a preset, has let pass')
}
