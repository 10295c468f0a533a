import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { own, PRESET, type PresetOptions, preset, required } from './preset.ts'

/** Where an application of Microsoft Entra ID is. */
export interface EntraOptions extends PresetOptions {
  /** Directory (tenant) ID: a UUID. Tokens of other tenants do not count. */
  tenantId: string | undefined
  /** Application (client) ID of your API, which access tokens of version 2 are for. */
  audience: string | undefined
}

const ENTRA: OptionTable<EntraOptions> = {
  ...PRESET,
  tenantId: (value, name) => {
    if (typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
      return value.toLowerCase()
    throw new TypeError(`${name} must be the UUID of one tenant: with "common", users of every tenant would pass`)
  },
  audience: text,
}

/**
 * Access tokens of Microsoft Entra ID, version 2, of one tenant. The UserID is `oid`, which is the same for a user in
 * all applications of the tenant. Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 *
 * @param given the tenant and the API
 * @example
 * ```ts
 * entra({ tenantId: '8a1b…', audience: '4c2d…' })
 * ```
 */
export function entra(given: EntraOptions): Authenticate {
  const { tenantId, audience, ...rest } = readOptions<EntraOptions>(given, ENTRA, 'entra')
  const tenant = required(tenantId, 'tenantId')
  const host = `https://login.microsoftonline.com/${tenant}`
  const facts = {
    issuer: `${host}/v2.0`,
    audience: required(audience, 'audience'),
    jwks: `${host}/discovery/v2.0/keys`,
    algorithms: ['RS256'],
    userIdClaim: 'oid',
  }
  return preset(rest, facts, (claims) => {
    if (own(claims, 'ver') !== '2.0') return 'ver is not 2.0: set requestedAccessTokenVersion to 2 in the manifest'
    if (own(claims, 'tid') !== tenant) return 'tid is another tenant'
    return own(claims, 'idtyp') === 'app' ? 'the token is of an application, not of a user' : undefined
  })
}
