import { type OptionTable, readOptions } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { address, own, PRESET, type PresetOptions, preset, required } from './preset.ts'

/** Where a Clerk application is. */
export interface ClerkOptions extends PresetOptions {
  /** Frontend API URL of the application, such as `https://clerk.example.com`. */
  issuer: string | undefined
  /** Origins of the apps whose session tokens count, which `azp` names. */
  authorizedParties: readonly string[]
}

const CLERK: OptionTable<ClerkOptions> = {
  ...PRESET,
  issuer: address,
  authorizedParties: (value, name) => {
    if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')) return [...value]
    throw new TypeError(`${name} must be an array of origins, such as ["https://app.example.com"]`)
  },
}

/**
 * Session tokens of Clerk.
 * Source: clerk.com/docs/guides/sessions/manual-jwt-verification.
 *
 * @param given the application, and the origins whose tokens count
 * @example
 * ```ts
 * clerk({ issuer: 'https://clerk.example.com', authorizedParties: ['https://app.example.com'] })
 * ```
 */
export function clerk(given: ClerkOptions): Authenticate {
  const { issuer, authorizedParties, ...rest } = readOptions<ClerkOptions>(given, CLERK, 'clerk')
  const parties = required(authorizedParties, 'authorizedParties')
  const iss = required(issuer, 'issuer')
  return preset(rest, { issuer: iss, jwks: `${iss}/.well-known/jwks.json`, algorithms: ['RS256'] }, (claims) => {
    if (own(claims, 'sts') === 'pending') return 'the session is pending: the user has tasks left to do'
    return parties.includes(own(claims, 'azp') as string) ? undefined : 'azp is not among authorizedParties'
  })
}
