import { flag, type OptionTable, readOptions } from '@usersig/core/internal'
import type { Authenticate } from '../jwt.ts'
import { address, own, PRESET, type PresetOptions, preset, required } from './preset.ts'

/** Where a Supabase project is. */
export interface SupabaseOptions extends PresetOptions {
  /** URL of the project, such as `https://abcdefgh.supabase.co`. */
  url: string | undefined
  /** Whether users that signed in anonymously get tickets. @defaultValue false */
  allowAnonymous?: boolean
}

const SUPABASE: OptionTable<SupabaseOptions> = { ...PRESET, url: address, allowAnonymous: flag }

/**
 * Access tokens of Supabase Auth, with the asymmetric signing keys of the project. A UUID becomes a UserID of 32 digits.
 * Source: supabase.com/docs/guides/auth/jwts.
 *
 * @param given the project
 * @example
 * ```ts
 * supabase({ url: 'https://abcdefgh.supabase.co' })
 * ```
 */
export function supabase(given: SupabaseOptions): Authenticate {
  const { url, allowAnonymous = false, ...rest } = readOptions<SupabaseOptions>(given, SUPABASE, 'supabase')
  const issuer = `${required(url, 'url')}/auth/v1`
  const jwks = `${issuer}/.well-known/jwks.json`
  return preset(rest, { issuer, audience: 'authenticated', jwks, algorithms: ['ES256', 'RS256'] }, (claims) => {
    if (own(claims, 'role') !== 'authenticated') return 'role is not authenticated'
    if (own(claims, 'is_anonymous') === true && !allowAnonymous) return 'the user is anonymous'
    return undefined
  })
}
