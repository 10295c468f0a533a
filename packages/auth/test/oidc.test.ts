import type { RequestListener } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jwt } from '../src/index.ts'
import { listen, type Running } from './provider.ts'

const AUDIENCE = 'https://api.example.com'

describe('a real OpenID Connect provider', () => {
  let running: Running
  let listener: RequestListener

  beforeAll(async () => {
    running = await listen((request, response) => listener(request, response))
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const key = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' }
    const provider = new Provider(running.origin, {
      jwks: { keys: [key] },
      clients: [
        {
          client_id: 'app',
          client_secret: 'a secret of these tests',
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: () => ({
            scope: '',
            audience: AUDIENCE,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
    })
    listener = provider.callback()
  })
  afterAll(() => running.close())

  async function fetchToken(): Promise<string> {
    const response = await fetch(`${running.origin}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa('app:a%20secret%20of%20these%20tests')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE }),
    })
    return ((await response.json()) as { access_token: string }).access_token
  }

  test('is found by discovery, and its access token is a login', async () => {
    const authenticate = jwt({ issuer: running.origin, audience: AUDIENCE, userId: 'client_id' })
    const request = { headers: { authorization: `Bearer ${await fetchToken()}` } }
    expect(await authenticate(request)).toBe('app')
    expect(await authenticate.ready()).toBe('fresh')
    await expect(jwt({ issuer: 'http://127.0.0.1:9', audience: AUDIENCE }).ready()).rejects.toThrow(
      /could not be asked/,
    )
  })

  test('is one of another audience, or issuer: 401', async () => {
    const refused: string[] = []
    const onRefused = ({ message }: Error) => void refused.push(message)
    const request = { headers: { authorization: `Bearer ${await fetchToken()}` } }
    const other = jwt({ issuer: running.origin, audience: 'https://other.example.com', userId: 'client_id', onRefused })
    await expect(other(request)).rejects.toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(refused).toEqual([
      'the token is for another audience than https://other.example.com: set LOGIN_AUDIENCE (the option audience) to the aud of your access tokens, or let the app ask for a token for this API [ERR_JWT_CLAIM_VALIDATION_FAILED]',
    ])
    const slash = jwt({ issuer: `${running.origin}/`, audience: AUDIENCE, onRefused })
    await expect(slash(request)).rejects.toMatchObject({ status: 503 })
  })
})
