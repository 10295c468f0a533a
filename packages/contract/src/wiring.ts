import { describe, expect, test, vi } from 'vitest'
import { guardOptions } from './fixture.ts'

/** Makes a handler of options, also of what a program in JavaScript passes by mistake. */
type Create = (options: never) => unknown

/** The functions of an adapter that read options. */
export interface Creators {
  readonly issueUserSig: Create
  readonly requireUserSig: Create
  readonly requireWebhook: Create
}

const { credentials } = guardOptions()
const authenticate = () => 'alice'

/** Checks that wrong options stop a program for Node.js when it starts; `more` are tests of the adapter alone. */
export function describeWrongWiring(
  { issueUserSig, requireUserSig, requireWebhook }: Creators,
  more: () => void = () => {},
): void {
  const issue = (options: unknown) => issueUserSig(options as never)

  describe('wrong wiring fails when the app starts', () => {
    test('without authenticate', () => {
      expect(() => issue({ credentials })).toThrow(TypeError)
      expect(() => issue({ credentials })).toThrow(/^authenticate is missing[\s\S]+authenticate: \(/)
    })

    test.each([issueUserSig, requireUserSig])('without a key, in the options or the environment: %o', (create) => {
      const { USERSIG_SDKAPPID, USERSIG_SECRETKEY, ...rest } = process.env
      vi.stubGlobal('process', { ...process, env: rest })
      const options = create === issueUserSig ? { authenticate } : {}
      expect(() => create(options as never)).toThrow(
        /^there is no key: .* set USERSIG_SDKAPPID .*node --env-file=\.env/,
      )
      vi.unstubAllGlobals()
    })

    test.each([issueUserSig, requireUserSig, requireWebhook])('with options of the wrong kind: %o', (create) => {
      expect(() => create({ onError: 'log' } as never)).toThrow(/onError/)
      expect(() => create({ callbackTimeOut: 1 } as never)).toThrow('did you mean "callbackTimeout"?')
      expect(() => create('usersig' as never)).toThrow(TypeError)
    })

    test('with a key that is not one', () => {
      const empty = { sdkAppId: 1400000000, secretKey: '' }
      expect(() => issue({ credentials: empty, authenticate })).toThrow(
        expect.objectContaining({ code: 'invalid_secret_key' }),
      )
    })

    test('without a key for webhooks', () => {
      expect(() => requireWebhook({} as never)).toThrow(/^trtcKey or chatToken is missing/)
    })

    more()
  })
}

/** Checks that an adapter whose platform has `NODE_ENV` explains nothing in production. */
export function testExplainInProduction({ issueUserSig, requireUserSig }: Omit<Creators, 'requireWebhook'>): void {
  test('explain is refused in production, unless the app says that this is none', () => {
    const explain = () => []
    const creators = [
      (more: object) => issueUserSig({ credentials, authenticate, ...more } as never),
      (more: object) => requireUserSig({ credentials, ...more } as never),
    ]
    vi.stubEnv('NODE_ENV', 'production')
    for (const create of creators) {
      expect(() => create({ explain })).toThrow(/explain is for development, and NODE_ENV is production/)
      expect(() => create({ explain: { with: explain, production: true } })).toThrow(/for development/)
      expect(() => create({ explain: { with: explain, production: false } })).not.toThrow()
    }
    vi.stubEnv('NODE_ENV', undefined)
    for (const create of creators) expect(() => create({ explain })).not.toThrow()
    vi.unstubAllEnvs()
  })
}
