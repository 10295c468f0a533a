import { type OptionTable, readOptions } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { address, asItIs, own, PRESET, type PresetOptions, part, preset, required } from './preset.ts'

/** Where a Keycloak realm is. */
export interface KeycloakOptions extends PresetOptions {
  /** URL of the server, with the path in front of `/realms` where there is one. */
  url: string | undefined
  /** Name of the realm. */
  realm: string | undefined
  /** Whom the access tokens are for: `aud`, set by an audience mapper of the client. */
  audience: string | readonly string[] | undefined
}

const KEYCLOAK: OptionTable<KeycloakOptions> = { ...PRESET, url: address, realm: part, audience: asItIs }

/**
 * Access tokens of Keycloak.
 * Source: www.keycloak.org/securing-apps/oidc-layers.
 *
 * @param given the server, the realm, and the audience
 * @example
 * ```ts
 * keycloak({ url: 'https://sso.example.com', realm: 'main', audience: 'usersig-api' })
 * ```
 */
export function keycloak(given: KeycloakOptions): Authenticate {
  const { url, realm, audience, ...rest } = readOptions<KeycloakOptions>(given, KEYCLOAK, 'keycloak')
  const issuer = `${required(url, 'url')}/realms/${required(realm, 'realm')}`
  const facts = { issuer, audience: required(audience, 'audience'), jwks: `${issuer}/protocol/openid-connect/certs` }
  return preset(rest, facts, (claims) =>
    own(claims, 'typ') === 'Bearer' ? undefined : 'typ is not Bearer: send the access token',
  )
}
