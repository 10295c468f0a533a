import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { host, PRESET, type PresetOptions, part, preset, required } from './preset.ts'

/** Where an Okta organisation is. */
export interface OktaOptions extends PresetOptions {
  /** Domain of the organisation, such as `example.okta.com`. */
  domain: string | undefined
  /** ID of the authorization server. @defaultValue 'default' */
  authorizationServer?: string
  /** Audience of the authorization server. @defaultValue 'api://default' */
  audience?: string
}

const OKTA: OptionTable<OktaOptions> = { ...PRESET, domain: host, authorizationServer: part, audience: text }

/**
 * Access tokens of a custom authorization server of Okta. The UserID is `uid`; `sub` is the login name there, which can
 * be reassigned. Source: developer.okta.com/docs/guides/validate-access-tokens.
 *
 * @param given the organisation and the authorization server
 * @example
 * ```ts
 * okta({ domain: 'example.okta.com' })
 * ```
 */
export function okta(given: OktaOptions): Authenticate {
  const {
    domain,
    authorizationServer = 'default',
    audience = 'api://default',
    ...rest
  } = readOptions<OktaOptions>(given, OKTA, 'okta')
  const issuer = `https://${required(domain, 'domain')}/oauth2/${authorizationServer}`
  return preset(rest, { issuer, audience, jwks: `${issuer}/v1/keys`, algorithms: ['RS256'], userIdClaim: 'uid' })
}
