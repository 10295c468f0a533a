import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Authenticate, jwt, supabase } from '../src/index.ts'
import { listen, type Running } from './provider.ts'

/* Anything may stand on Object.prototype: who is logged in stays the same. */

const now = () => Math.floor(Date.now() / 1000)
const SUB = '0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d'

let pair: Awaited<ReturnType<typeof generateKeyPair>>
let other: typeof pair
let foreign: JSONWebKeySet
let provider: Running
let hostile: Record<string, unknown>
const stolen: unknown[] = []

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  pair = await generateKeyPair('RS256', { extractable: true })
  other = await generateKeyPair('RS256', { extractable: true })
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
  foreign = { keys: [{ ...(await exportJWK(other.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
  provider = await listen((_req, res) => res.end(JSON.stringify(jwks)))
  hostile = {
    issuer: 'https://mine.example',
    audience: 'mine',
    jwks: foreign,
    algorithms: ['HS256'],
    clockTolerance: 300,
    userId: 'email',
    userIdClaim: 'email',
    onRefused: (error: Error) => stolen.push(error),
    url: 'https://mine.example',
    allowAnonymous: true,
    // Options of jose and of fetch.
    currentDate: new Date(0),
    subject: 'mine',
    typ: 'mine',
    maxTokenAge: 1,
    requiredClaims: ['mine'],
    method: 'DELETE',
    // Claims and headers.
    role: 'authenticated',
    exp: 4_000_000_000,
    sub: 'mallory',
    email: 'mallory',
    authorization: 'Bearer mine',
  }
})
afterAll(async () => {
  vi.restoreAllMocks()
  await provider.close()
})

function sign(claims: JWTPayload, key = pair.privateKey): Promise<string> {
  const iss = `${provider.origin}/auth/v1`
  const payload = { iss, aud: 'authenticated', role: 'authenticated', sub: SUB, exp: now() + 600, ...claims }
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key)
}

async function answersOf(create: () => Authenticate, polluted: <T>(run: () => T | Promise<T>) => Promise<T>) {
  stolen.length = 0
  const tokens = [
    await sign({}),
    await sign({ exp: now() - 60 }),
    await sign({ exp: undefined as never }),
    await sign({ aud: 'mine' }),
    await sign({ is_anonymous: true, role: undefined }),
    await sign({}, other.privateKey),
  ]
  const requests = [{ headers: {} }, ...tokens.map((token) => ({ headers: { authorization: `Bearer ${token}` } }))]
  const authenticate = await polluted(create)
  const answers: unknown[] = []
  for (const request of requests) {
    answers.push(await polluted(() => authenticate(request).catch(({ code }: { code: string }) => code)))
  }
  return { answers, stolen: stolen.length }
}

const LOGINS: Record<string, () => Authenticate> = {
  supabase: () => supabase({ url: provider.origin }),
  jwt: () => {
    const issuer = `${provider.origin}/auth/v1`
    return jwt({ issuer, audience: 'authenticated', jwks: `${issuer}/.well-known/jwks.json` })
  },
}

const EXPECTED: Record<string, unknown[]> = {
  supabase: [null, SUB, ...Array(5).fill('unauthenticated')],
  // Only the preset asks for a role.
  jwt: [null, SUB, ...Array(3).fill('unauthenticated'), SUB, 'unauthenticated'],
}

describe.each(Object.keys(LOGINS))('a polluted Object.prototype, with %s', (login) => {
  const create = LOGINS[login] as () => Authenticate

  test('is needed for none of the answers', async () => {
    expect(await answersOf(create, async (run) => await run())).toEqual({ answers: EXPECTED[login], stolen: 0 })
  })

  test('changes no answer, whatever stands there', async () => {
    const root = Object.prototype as Record<string, unknown>
    for (const [name, value] of Object.entries(hostile)) {
      const answers = await answersOf(create, async (run) => {
        root[name] = value
        try {
          return await run()
        } finally {
          delete root[name]
        }
      })
      expect(answers, name).toEqual({ answers: EXPECTED[login], stolen: 0 })
    }
  })
})
