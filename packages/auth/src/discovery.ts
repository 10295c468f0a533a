import { fetchBounded } from './fetch-json.ts'
import { ProviderError } from './key-set.ts'

/** How long a provider that failed is left alone, in seconds. */
const PAUSE = 5

/**
 * Finds the address of a provider's keys, at the first request and once.
 * Source: OpenID Connect Discovery 1.0, section 4.
 *
 * @param issuer the issuer, exactly as tokens name it
 */
export function createDiscovery(issuer: string): () => Promise<string> {
  let found: Promise<string> | undefined
  let failedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (found && performance.now() - failedAt < PAUSE * 1000) return found
    if (failedAt > Number.NEGATIVE_INFINITY) found = undefined
    found ??= discover(issuer).then(
      (address) => {
        failedAt = Number.NEGATIVE_INFINITY
        return address
      },
      (error: unknown) => {
        failedAt = performance.now()
        throw new ProviderError(`the provider ${issuer} could not be asked for its keys`, { cause: error })
      },
    )
    return found
  }
}

async function discover(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const document = (await (await fetchBounded(address)).json()) as { issuer?: unknown; jwks_uri?: unknown }
  if (document.issuer !== issuer) {
    throw new Error(
      `${address} is of another issuer: write the issuer exactly as it is there, with or without a slash at its end`,
    )
  }
  if (typeof document.jwks_uri !== 'string' || !isSafe(document.jwks_uri)) {
    throw new Error(`${address} names no jwks_uri with https`)
  }
  return document.jwks_uri
}

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Keys that come over plain HTTP can be exchanged on their way; a provider on the same machine is for trials. */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && LOCAL_HOST.test(hostname))
}
