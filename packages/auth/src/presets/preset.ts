import { type OptionTable, ownOptions } from '@usersig/core/internal'
import type { Claims } from '../claims.ts'
import { type Authenticate, type ClaimsCheck, createJwt, type JwtOptions } from '../jwt.ts'
import { orSetIt } from '../problems.ts'

/** What every preset lets the app say: how a UserID is made of the claims, and who hears of refusals. */
export type PresetOptions = Pick<JwtOptions, 'userId' | 'onRefused' | 'clockTolerance'>

export const asItIs = (value: unknown) => value
export const PRESET: OptionTable<PresetOptions> = { userId: asItIs, onRefused: asItIs, clockTolerance: asItIs }

/** A host name, without a scheme and a path. */
export function host(value: unknown, name: string): string {
  if (typeof value === 'string' && /^[a-z0-9.-]+(:\d+)?$/i.test(value)) return value
  throw new TypeError(`${name} must be a host name, such as example.eu.auth0.com, without https:// and a slash`)
}

/** An address with https, without a slash at its end. */
export function address(value: unknown, name: string): string {
  if (typeof value === 'string' && /^https?:\/\/[^\s?#]+$/.test(value)) return value.replace(/\/+$/, '')
  throw new TypeError(`${name} must be an address that begins with https://`)
}

/** A name that becomes a part of an address. */
export function part(value: unknown, name: string): string {
  if (typeof value === 'string' && /^[\w.:-]+$/.test(value)) return value
  throw new TypeError(`${name} must be letters, digits, ".", "-", "_" and ":" only`)
}

export const own = (claims: Claims, name: string): unknown => (Object.hasOwn(claims, name) ? claims[name] : undefined)

/** @throws TypeError for an option that is missing */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new TypeError(`${name} is missing: write it, ${orSetIt()}`)
  return value
}

/** Passes on what the app may say of every preset. */
export function preset(
  given: PresetOptions,
  facts: Omit<JwtOptions, keyof PresetOptions | 'audience'> &
    Partial<Pick<JwtOptions, 'audience'>> & { userIdClaim?: string },
  check?: ClaimsCheck,
): Authenticate {
  const { userId, onRefused, clockTolerance } = ownOptions(given)
  const { userIdClaim, ...rest } = ownOptions(facts)
  const chosen = userId ?? userIdClaim
  const options = {
    ...rest,
    ...(chosen !== undefined && { userId: chosen }),
    ...(onRefused && { onRefused }),
    ...(clockTolerance !== undefined && { clockTolerance }),
  }
  return createJwt(options as JwtOptions, check, false)
}
