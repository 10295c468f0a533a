import { printable } from '@usersig/core/internal'

/** What tokens are held against. */
export interface Expected {
  readonly issuer: string
  /** Absent where a preset checks it by itself. */
  readonly audience: string | readonly string[] | undefined
  readonly algorithms: readonly string[]
  /** Whether the keys are in the options, and never asked for again. */
  readonly hasOwnKeys: boolean
}

/** What an error of jose says; its payload stays unread. */
interface Refusal {
  readonly code?: unknown
  readonly claim?: unknown
  readonly reason?: unknown
}

/**
 * Why a token is refused and what to do, for the log: a sentence of what was expected, with the code of jose at its end.
 * Nothing of the token is in it.
 *
 * @param error what verifying the token has thrown
 * @param token the token, of which the number of parts is looked at
 */
export function explainRefusal(error: unknown, token: string, expected: Expected): Error {
  const { code, claim, reason } = Object(error) as Refusal
  const sentence =
    code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' ? aboutClaim(claim, reason, expected) : aboutToken(code, token, expected)
  // Without the properties of the library's error, which hold the payload of the token.
  return new Error(sentence === undefined ? printable(error) : `${sentence} [${code}]`)
}

function aboutToken(code: unknown, token: string, { issuer, algorithms, hasOwnKeys }: Expected): string | undefined {
  switch (code) {
    case 'ERR_JWKS_NO_MATCHING_KEY':
      return hasOwnKeys
        ? 'no key of jwks signed this token: it is from another issuer, or the provider has new keys, which jwks lacks'
        : `no key of ${issuer} signed this token: it is from another issuer, or the provider has restarted with new keys (they are asked for again within 30 s)`
    case 'ERR_JWKS_MULTIPLE_MATCHING_KEYS':
      return `${issuer} has several keys that may have signed this token: let the provider write the name of the key (kid) into its tokens`
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED':
      return `the signature is not that of the key of ${issuer} which the token names: the token was changed or cut on its way, or another issuer names its key alike`
    case 'ERR_JWT_EXPIRED':
      return 'the token has expired: let the app fetch a new one before it asks for a ticket, and check the clock of this server'
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
      return `the token is signed with another algorithm than ${algorithms.join(', ')}: let the provider sign with one of them; a shared secret (HS256) is never accepted`
    case 'ERR_JOSE_NOT_SUPPORTED':
      return 'the token needs an algorithm or an extension (crit) that is not supported here: let the provider sign plain JWTs with RS256 or ES256'
    case 'ERR_JWS_INVALID':
    case 'ERR_JWT_INVALID':
      return malformed(token)
  }
  return undefined
}

/** A JWT has three parts, an encrypted one five. */
function malformed(token: string): string {
  const parts = token.split('.', 6).length
  if (parts === 5) return 'an encrypted token (JWE): let the provider issue signed access tokens that are not encrypted'
  if (parts === 3) return 'a damaged JWT: the token was changed or cut on its way, send it as the provider returns it'
  return 'not a JWT: ask your provider for an access token for an API (audience or resource), an opaque one cannot be verified here'
}

function aboutClaim(claim: unknown, reason: unknown, { issuer, audience }: Expected): string | undefined {
  if (claim === 'iss') {
    return `the token is from another issuer than ${issuer}: set LOGIN_ISSUER (the option issuer, or what a preset makes it of) to the iss of your access tokens, letter by letter`
  }
  if (claim === 'aud') {
    const wanted = audience === undefined ? 'the one that is expected' : [audience].flat().join(', ')
    return `the token is for another audience than ${wanted}: set LOGIN_AUDIENCE (the option audience) to the aud of your access tokens, or let the app ask for a token for this API`
  }
  if (claim === 'nbf' && reason === 'check_failed') {
    return "the token is not valid yet (nbf): compare the clock of this server with the provider's, or raise clockTolerance"
  }
  if (claim === 'sub' && reason === 'missing') {
    return 'the token names no user (sub): the app must send the access token of a logged-in user, not one of the app itself'
  }
  if (claim === 'exp' && reason === 'missing') {
    return 'the token never expires (it has no exp): let the provider issue access tokens that do'
  }
  return typeof claim === 'string' && /^\w{1,20}$/.test(claim) ? `the claim ${claim} of the token is wrong` : undefined
}
