import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { refuseProduction } from './production.ts'

/** Which provider is stood in for. */
export interface FakeProviderOptions {
  /** `iss` of the tokens, letter by letter as the app expects it. */
  issuer: string
  /**
   * Where the app looks for the keys.
   * @defaultValue `/.well-known/jwks.json` below the issuer
   */
  jwksUri?: string
  /** How tokens are signed. @defaultValue 'RS256' */
  algorithm?: 'RS256' | 'ES256'
}

/** Public keys. Source: RFC 7517, section 5. */
export interface PublicKeys {
  /** Each a JWK. */
  readonly keys: readonly object[]
}

/** A stand-in for the provider of a login. */
export interface FakeProvider {
  /** `iss` of its tokens. */
  readonly issuer: string
  /** Where its keys are. */
  readonly jwksUri: string
  /** Its public key. */
  readonly jwks: PublicKeys
  /**
   * Signs a token. `iss`, `iat` and `exp` (an hour from now) are set unless the claims say otherwise.
   *
   * @param claims such as `{ sub: 'alice', aud: 'https://api.example.com' }`; times in Unix seconds
   */
  token(claims: Readonly<Record<string, unknown>>): Promise<string>
  /** A `fetch` that answers for the addresses of the provider, and passes on every other request. */
  readonly fetch: typeof globalThis.fetch
  /** Puts its `fetch` in the place of the global one; the function that is returned puts the former one back. */
  install(): () => void
}

const OPTIONS: OptionTable<FakeProviderOptions> = {
  issuer: text,
  jwksUri: text,
  algorithm: (value, name) => {
    if (value === 'RS256' || value === 'ES256') return value
    throw new TypeError(`${name} must be 'RS256' or 'ES256'`)
  },
}

/** How long tokens are valid, in seconds. */
const LIFETIME = 3600

/**
 * Stands in for the provider of a login: it signs tokens with its own key, and serves the public key at the address
 * that the app asks. It needs no network. It refuses to run with `NODE_ENV=production`.
 *
 * @param given the provider, as configured in the app
 * @throws TypeError for an option that is missing or wrong
 * @example
 * ```ts
 * const provider = await createFakeProvider({ issuer: 'https://example.eu.auth0.com/' })
 * const restore = provider.install()
 * const token = await provider.token({ sub: 'alice', aud: 'https://api.example.com' })
 * ```
 */
export async function createFakeProvider(given: FakeProviderOptions): Promise<FakeProvider> {
  refuseProduction()
  const {
    issuer,
    jwksUri: asked,
    algorithm = 'RS256',
  } = readOptions<FakeProviderOptions>(given, OPTIONS, 'createFakeProvider')
  if (issuer === undefined) throw new TypeError('issuer is missing: write the iss that the app expects')
  const base = issuer.replace(/\/$/, '')
  const jwksUri = asked ?? `${base}/.well-known/jwks.json`
  const { publicKey, privateKey } = await generateKeyPair(algorithm)
  const kid = crypto.randomUUID()
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' }] }
  const documents = new Map<string, object>([
    [`${base}/.well-known/openid-configuration`, { issuer, jwks_uri: jwksUri }],
    [jwksUri, jwks],
  ])
  const fetch = answering(documents, globalThis.fetch)
  return {
    issuer,
    jwksUri,
    jwks,
    fetch,
    token: (claims) => {
      const now = Math.floor(Date.now() / 1000)
      const header = { alg: algorithm, kid, typ: 'JWT' }
      return new SignJWT({ iss: issuer, iat: now, exp: now + LIFETIME, ...claims })
        .setProtectedHeader(header)
        .sign(privateKey)
    },
    install: () => {
      const former = globalThis.fetch
      globalThis.fetch = answering(documents, former)
      return () => {
        globalThis.fetch = former
      }
    },
  }
}

/** The addresses of the provider, as they stand; everything else is the former `fetch`'s. */
function answering(documents: ReadonlyMap<string, object>, other: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const address = typeof input === 'object' && 'url' in input ? input.url : String(input)
    const document = documents.get(address)
    return document ? Response.json(document) : await other(input, init)
  }
}
