import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const AUDIENCE = 'my-api'

/** The provider of a login, for the variables that samples read. */
export interface Login {
  readonly env: Readonly<Record<'LOGIN_ISSUER' | 'LOGIN_AUDIENCE', string>>
  /** A token of a user. */
  token(user: string): Promise<string>
}

let started: Promise<Login> | undefined

/** One for all samples of a process, which it does not keep running. */
export function startLogin(): Promise<Login> {
  started ??= start()
  return started
}

async function start(): Promise<Login> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }]
  const server = createServer(({ url }, response) => {
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/jwks` },
      '/jwks': { keys },
    }
    const document = documents[url ?? '']
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(document))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    env: { LOGIN_ISSUER: issuer, LOGIN_AUDIENCE: AUDIENCE },
    token: (user) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(user)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
  }
}
