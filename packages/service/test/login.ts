import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider from 'oidc-provider'

export const AUDIENCE = 'https://api.example.com'

/** A real OpenID Connect provider on this machine. */
export interface Login {
  readonly issuer: string
  /** An access token that the provider itself issues, by client credentials; the client is the user. */
  fetchToken(client: string, scope?: string): Promise<string>
  /** A token with claims of its own, signed with the provider's key. */
  sign(sub: string, claims?: JWTPayload): Promise<string>
  /** The provider goes, and nobody listens there. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

const SCOPES = ['rooms:host', 'rooms:watch']

export async function startLogin(
  clients: readonly string[] = ['alice', 'bob'],
  alg: 'ES256' | 'RS256' = 'ES256',
): Promise<Login> {
  let listener: RequestListener = () => {}
  const listen = async (port: number) => {
    const server = createServer((request, response) => listener(request, response)).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  let server = await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'one', alg, use: 'sig' }
  const provider = new Provider(issuer, {
    jwks: { keys: [key] },
    clients: clients.map((client_id) => ({
      client_id,
      client_secret: 'secret',
      id_token_signed_response_alg: alg,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    scopes: SCOPES,
    ttl: { ClientCredentials: 600 },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: SCOPES.join(' '),
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg } },
        }),
      },
    },
  })
  listener = provider.callback()
  const goAway = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  return {
    issuer,
    fetchToken: async (client, scope) => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${client}:secret`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE, ...(scope && { scope }) }),
      })
      const answer = (await response.json()) as { access_token?: string }
      if (answer.access_token === undefined) throw new Error(`the provider answered ${JSON.stringify(answer)}`)
      return answer.access_token
    },
    sign: (sub, claims = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, kid: 'one' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(sub)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    goAway,
    comeBack: async () => {
      server = await listen(port)
    },
    close: goAway,
  }
}
