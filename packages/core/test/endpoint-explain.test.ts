import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createUserSigEndpoint,
  createUserSigGuard,
  type ErrorEvent,
  type ExplainOptions,
  type GuardOptions,
  type RefusedRequest,
} from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/index.ts'
import { settleExplain } from '../src/internal.ts'
import { createRequest, type RequestParts, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const CAUSES = [
  { code: 'first', message: 'what is the case', action: 'what to do' },
  { code: 'second', message: 'another cause', action: '' },
]
const explain = (given: (refused: RefusedRequest) => unknown = () => CAUSES): ExplainOptions => ({
  with: given as ExplainOptions['with'],
  production: false,
})

afterEach(() => void vi.restoreAllMocks())

async function guard(parts: RequestParts, options: Partial<GuardOptions<Source>>): Promise<ErrorEvent | undefined> {
  let told: ErrorEvent | undefined
  const onError = (event: ErrorEvent) => {
    told = event
  }
  await createUserSigGuard<Source>({ credentials, onError, ...options })(createRequest(parts))
  return told
}

const bearer = (token: string): RequestParts => ({ headers: { authorization: `Bearer ${token}` } })

describe('explain', () => {
  it('tells the hook of errors the causes of a 401, and gets ticket and key by functions', async () => {
    const seen: RefusedRequest[] = []
    const note = (refused: RefusedRequest) => {
      seen.push(refused)
      return CAUSES
    }
    const foreign = createUserSigner({ sdkAppId: 1400000000, secretKey: 'another key' }).genUserSig('alice')
    expect(await guard(bearer(foreign), { explain: explain(note) })).toMatchObject({ status: 401, causes: CAUSES })
    expect(await guard({}, { explain: explain(note) })).toMatchObject({ code: 'missing_user_sig', causes: CAUSES })
    expect(seen.map(({ code }) => code)).toEqual(['bad_signature', 'missing_user_sig'])
    expect(seen[0]?.ticket()).toBe(foreign)
    expect(seen[1]?.ticket()).toBeUndefined()
    expect(seen[0]?.keys()).toEqual([credentials])
    expect(JSON.stringify(seen)).not.toContain(foreign)
    expect(JSON.stringify(seen)).not.toContain(credentials.secretKey)
  })

  it('explains the 401 of the endpoint, which has no ticket', async () => {
    const onError = vi.fn<(event: ErrorEvent) => void>()
    const options = { credentials, authenticate: () => null, explain: explain(), onError }
    expect((await createUserSigEndpoint<Source>(options)(createRequest({}))).status).toBe(401)
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'unauthenticated', causes: CAUSES })
  })

  it('explains nothing else than a 401', async () => {
    const onError = vi.fn<(event: ErrorEvent) => void>()
    const options = { credentials, authenticate: () => 'administrator', explain: explain(), onError }
    expect((await createUserSigEndpoint<Source>(options)(createRequest({}))).status).toBe(403)
    expect(onError.mock.calls[0]?.[0].causes).toBeUndefined()
  })

  it('prints the causes where there is no hook', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const options = { credentials, authenticate: () => null, explain: explain() }
    await createUserSigEndpoint<Source>(options)(createRequest({}))
    expect(error.mock.calls).toEqual([
      ['usersig: answered 401 unauthenticated\n  1. first: what is the case. what to do\n  2. second: another cause.'],
    ])
  })

  it('answers as without it when it fails', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fails = explain(() => {
      throw new Error('out of words')
    })
    const told = await guard({}, { explain: fails })
    expect(told).toMatchObject({ status: 401, code: 'missing_user_sig' })
    expect(told?.causes).toBeUndefined()
    expect(error.mock.calls).toEqual([['usersig: explain failed: Error: out of words']])
  })

  it('takes a key of its own where the guard has a signer', async () => {
    const signer = createUserSigner(credentials)
    const keys: unknown[] = []
    const note = (refused: RefusedRequest) => {
      keys.push(refused.keys())
      return []
    }
    const withoutKey = { credentials: undefined as never, signer }
    await guard({}, { ...withoutKey, explain: explain(note) })
    await guard({}, { ...withoutKey, explain: { ...explain(note), credentials } })
    expect(keys).toEqual([[], [credentials]])
  })

  it.each([
    ['true', true, /must be a function: import \{ explainRefusal \}/],
    ['an object without its function', { production: false }, /explain\.with is missing/],
    ['a wrong function', { with: 'me', production: false }, /must be explainRefusal of @usersig\/doctor/],
    ['no word on production', { with: () => [] }, /explain\.production is missing/],
    ['production', { with: () => [], production: true }, /explain is for development, and explain\.production is true/],
    ['an unknown name', { with: () => [], produktion: false }, /did you mean "production"/],
    ['a key that is none', { with: () => [], production: false, credentials: {} }, /secretKey is missing/],
    ['a function where nobody says what this is', () => [], /this platform does not say what it is/],
  ])('refuses %s', (_, value, message) => {
    expect(() => createUserSigGuard<Source>({ credentials, explain: value as never })).toThrow(message)
  })
})

describe('settleExplain', () => {
  const fromEnvironment = { sdkAppId: 1400000001, secretKey: 'the key of the environment' }
  const settle = (options: object, environment?: string, found?: typeof fromEnvironment) =>
    (settleExplain(options, environment, () => found) as { explain?: ExplainOptions }).explain

  it('leaves out what the app did not ask for', () => {
    expect(settle({}, 'production')).toBeUndefined()
  })

  it('refuses a function in production, and says how to leave it out there', () => {
    expect(() => settle({ explain: () => [] }, 'production')).toThrow('NODE_ENV is production')
  })

  it('knows the key of the app, that of the environment, or none', () => {
    const given = { with: () => CAUSES, production: false }
    expect(settle({ explain: given.with, credentials })).toEqual({ ...given, credentials })
    expect(settle({ explain: given.with }, 'development', fromEnvironment)).toMatchObject({
      credentials: fromEnvironment,
    })
    expect(settle({ explain: given.with, credentials: () => credentials })).toEqual(given)
    expect(settle({ explain: { ...given, credentials } }, undefined, fromEnvironment)).toMatchObject({ credentials })
  })
})
