import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Authenticate, auth0, clerk, cognito, entra, firebase, keycloak, okta, supabase } from '../src/index.ts'

const now = () => Math.floor(Date.now() / 1000)
const onRefused = () => {}
const TENANT = '8a1b2c3d-0000-4000-8000-0123456789ab'
const OTHER_TENANT = '9a1b2c3d-0000-4000-8000-0123456789ab'

interface Row {
  readonly authenticate: Authenticate
  /** Where the keys are fetched from. */
  readonly jwks: string
  readonly claims: JWTPayload
  readonly user: string
  /** What makes the token one that does not count. */
  readonly wrong: Record<string, JWTPayload>
}

const PRESETS: Record<string, Row> = {
  auth0: {
    authenticate: auth0({ domain: 'example.eu.auth0.com', audience: 'https://api.example.com', onRefused }),
    jwks: 'https://example.eu.auth0.com/.well-known/jwks.json',
    claims: { iss: 'https://example.eu.auth0.com/', aud: 'https://api.example.com', sub: 'alice' },
    user: 'alice',
    wrong: { audience: { aud: 'https://example.eu.auth0.com/userinfo' }, tenant: { iss: 'https://other.auth0.com/' } },
  },
  clerk: {
    authenticate: clerk({
      issuer: 'https://clerk.example.com',
      authorizedParties: ['https://app.example.com'],
      onRefused,
    }),
    jwks: 'https://clerk.example.com/.well-known/jwks.json',
    claims: {
      iss: 'https://clerk.example.com',
      azp: 'https://app.example.com',
      sub: 'user_2abcdefghijklmnopqrstuvwxyz',
    },
    user: 'user_2abcdefghijklmnopqrstuvwxyz',
    wrong: {
      party: { azp: 'https://attacker.example' },
      'no party': { azp: undefined as never },
      pending: { sts: 'pending' },
    },
  },
  supabase: {
    authenticate: supabase({ url: 'https://abc.supabase.co/', onRefused }),
    jwks: 'https://abc.supabase.co/auth/v1/.well-known/jwks.json',
    claims: {
      iss: 'https://abc.supabase.co/auth/v1',
      aud: 'authenticated',
      role: 'authenticated',
      sub: '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d',
    },
    user: '0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d',
    wrong: { role: { role: 'service_role' }, anonymous: { is_anonymous: true }, audience: { aud: 'anon' } },
  },
  firebase: {
    authenticate: firebase({ projectId: 'my-project', onRefused }),
    jwks: 'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    claims: { iss: 'https://securetoken.google.com/my-project', aud: 'my-project', sub: 'Ab12', auth_time: now() - 60 },
    user: 'Ab12',
    wrong: {
      project: { iss: 'https://securetoken.google.com/other', aud: 'other' },
      'a login to come': { auth_time: now() + 3600 },
      'no login': { auth_time: undefined as never },
    },
  },
  cognito: {
    authenticate: cognito({ region: 'eu-central-1', userPoolId: 'eu-central-1_Ab', clientId: '1example', onRefused }),
    jwks: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab/.well-known/jwks.json',
    claims: {
      iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab',
      client_id: '1example',
      token_use: 'access',
      sub: 'alice',
    },
    user: 'alice',
    wrong: {
      'ID token': { token_use: 'id' },
      client: { client_id: '2example' },
      pool: { iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Cd' },
    },
  },
  keycloak: {
    authenticate: keycloak({ url: 'https://sso.example.com', realm: 'main', audience: 'usersig-api', onRefused }),
    jwks: 'https://sso.example.com/realms/main/protocol/openid-connect/certs',
    claims: {
      iss: 'https://sso.example.com/realms/main',
      aud: ['account', 'usersig-api'],
      typ: 'Bearer',
      sub: 'alice',
    },
    user: 'alice',
    wrong: {
      'ID token': { typ: 'ID' },
      audience: { aud: 'account' },
      realm: { iss: 'https://sso.example.com/realms/other' },
    },
  },
  entra: {
    authenticate: entra({ tenantId: TENANT, audience: 'api-id', onRefused }),
    jwks: `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`,
    claims: {
      iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      aud: 'api-id',
      ver: '2.0',
      tid: TENANT,
      oid: 'ABCD0000-0000-4000-8000-0123456789ab',
      sub: 'pairwise',
    },
    user: 'abcd0000000040008000' + '0123456789ab',
    wrong: {
      tenant: { tid: OTHER_TENANT },
      version: { ver: '1.0' },
      application: { idtyp: 'app' },
      'no oid': { oid: undefined as never },
    },
  },
  okta: {
    authenticate: okta({ domain: 'example.okta.com', onRefused }),
    jwks: 'https://example.okta.com/oauth2/default/v1/keys',
    claims: {
      iss: 'https://example.okta.com/oauth2/default',
      aud: 'api://default',
      uid: '00u1',
      sub: 'alice@example.com',
    },
    user: '00u1',
    wrong: {
      'no user': { uid: undefined as never },
      audience: { aud: 'api://other' },
      server: { iss: 'https://example.okta.com' },
    },
  },
}

describe.each(Object.entries(PRESETS))('%s', (name, { authenticate, jwks, claims, user, wrong }) => {
  let sign: (change?: JWTPayload) => Promise<object>
  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] }
    // The providers are out of reach; what they would answer is told by their documents.
    vi.stubGlobal('fetch', async (address: string) => {
      expect(String(address)).toBe(jwks)
      return new Response(JSON.stringify(keys))
    })
    sign = async (change = {}) => {
      const token = await new SignJWT({ iat: now(), exp: now() + 600, ...claims, ...change })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(privateKey)
      return { headers: { authorization: `Bearer ${token}` } }
    }
  })
  afterAll(() => void vi.unstubAllGlobals())

  test('takes a token of its users', async () => {
    expect(await authenticate(await sign())).toBe(user)
  })

  test.each(Object.entries(wrong))('refuses one of another kind: %s', async (_, change) => {
    await expect(authenticate(await sign(change))).rejects.toMatchObject({ status: 401 })
  })

  test('refuses options that it does not know', () => {
    const presets: Record<string, (options: never) => Authenticate> = {
      auth0,
      clerk,
      cognito,
      entra,
      firebase,
      keycloak,
      okta,
      supabase,
    }
    expect(() => presets[name]?.({ realmm: 'x', expires: 5 } as never)).toThrow(`${name}: there is no option`)
    expect(() => presets[name]?.({} as never)).toThrow(/is missing/)
  })
})

test('a tenant of Entra is one tenant', () => {
  expect(() => entra({ tenantId: 'common', audience: 'a' })).toThrow(/users of every tenant would pass/)
})
