import { ownOptions } from '@usersig/core/internal'
import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { fetchBounded } from './fetch-json.ts'
import type { Freshness } from './freshness.ts'

/** After how many seconds the keys are fetched again; they serve on meanwhile. */
const REFRESH_AFTER = 600

/** For how many seconds keys serve while the provider cannot be reached. */
const MAX_AGE = 86_400

/** How long a provider that failed is left alone, in seconds. */
const PAUSE = 5

/** The provider cannot be asked: not a fault of the token. */
export class ProviderError extends Error {
  /** Always `ProviderError`, also in programs whose names are shortened. */
  override readonly name = 'ProviderError'
}

/** Finds the key of a token. */
export type KeySource = JWTVerifyGetKey & {
  /** @throws ProviderError when there are no keys */
  ready(): Promise<Freshness>
}

/**
 * The keys of a provider. A new key is fetched when a token names it; the old ones serve while the provider is down, for
 * a day; requests at the same time share one fetch.
 *
 * @param jwks a key set, or its address
 */
export function createKeySet(jwks: JSONWebKeySet | string): KeySource {
  if (typeof jwks !== 'string') return Object.assign(createLocalJWKSet(jwks), { ready: async () => 'fresh' as const })
  const remote = createRemoteJWKSet(
    new URL(jwks),
    ownOptions({
      cacheMaxAge: Number.POSITIVE_INFINITY,
      [customFetch]: (address: string, init: RequestInit) => fetchBounded(address, init),
    }),
  )
  let fetchedAt = Number.NEGATIVE_INFINITY
  let failedAt = Number.NEGATIVE_INFINITY

  async function reload(): Promise<void> {
    try {
      await remote.reload()
      fetchedAt = now()
    } catch (error) {
      failedAt = now()
      throw new ProviderError(`the keys of the provider could not be fetched from ${jwks}`, { cause: error })
    }
  }

  async function ready(): Promise<Freshness> {
    if (now() - fetchedAt >= REFRESH_AFTER && now() - failedAt >= PAUSE) await reload().catch(() => {})
    if (now() - fetchedAt >= MAX_AGE) throw new ProviderError(`the keys of the provider cannot be fetched from ${jwks}`)
    return failedAt > fetchedAt ? 'stale' : 'fresh'
  }

  const keyOf: JWTVerifyGetKey = async (header, token) => {
    const age = now() - fetchedAt
    const paused = now() - failedAt < PAUSE
    if (age >= MAX_AGE) {
      if (paused) throw new ProviderError(`the keys of the provider could not be fetched from ${jwks} just now`)
      await reload()
    } else if (age >= REFRESH_AFTER && !paused) {
      // A failure is seen when the keys are too old to serve.
      reload().catch(() => {})
    }
    // A token with a key of an unknown name must not ask a provider that is down again and again.
    const known = remote.jwks()
    if (known && now() - failedAt < PAUSE) return await createLocalJWKSet(known)(header, token)
    try {
      return await remote(header, token)
    } catch (error) {
      if (isAboutToken(error)) throw error
      failedAt = now()
      throw new ProviderError(`the keys of the provider could not be fetched from ${jwks}`, { cause: error })
    }
  }
  return Object.assign(keyOf, { ready })
}

/** What is not about the token is about the fetch that a key of an unknown name has led to. */
function isAboutToken(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === 'ERR_JWKS_NO_MATCHING_KEY' || code === 'ERR_JWKS_MULTIPLE_MATCHING_KEYS'
}

/** Seconds of a clock that nobody sets. */
function now(): number {
  return performance.now() / 1000
}
