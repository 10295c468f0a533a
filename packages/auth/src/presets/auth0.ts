import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { host, PRESET, type PresetOptions, preset, required } from './preset.ts'

/** Where an Auth0 tenant is. */
export interface Auth0Options extends PresetOptions {
  /** Domain of the tenant, or a custom one, such as `example.eu.auth0.com`. */
  domain: string | undefined
  /** Identifier of your API, which access tokens are for. */
  audience: string | undefined
}

const AUTH0: OptionTable<Auth0Options> = { ...PRESET, domain: host, audience: text }

/**
 * Access tokens of Auth0, for the API that you registered there.
 * Source: auth0.com/docs/secure/tokens/access-tokens/validate-access-tokens.
 *
 * @param given domain and API
 * @example
 * ```ts
 * issueUserSig({ authenticate: auth0({ domain: 'example.eu.auth0.com', audience: 'https://api.example.com' }) })
 * ```
 */
export function auth0(given: Auth0Options): Authenticate {
  const { domain, audience, ...rest } = readOptions<Auth0Options>(given, AUTH0, 'auth0')
  const issuer = `https://${required(domain, 'domain')}/`
  return preset(rest, {
    issuer,
    audience: required(audience, 'audience'),
    jwks: `${issuer}.well-known/jwks.json`,
    algorithms: ['RS256', 'PS256'],
  })
}
