import { describeBounds } from '@usersig/contract/bounds'
import 'reflect-metadata'
import { inspect } from 'node:util'
import { type DynamicModule, Inject, Injectable, Module } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { createUserSigner, UserSigError } from '@usersig/core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  getUserSigToken,
  InjectUserSig,
  UserSigModule,
  type UserSigModuleOptions,
  type UserSigModuleRootOptions,
  type UserSigOptionsFactory,
  UserSigService,
} from '../src/index.ts'
import {
  bearer,
  contractOptions,
  credentials,
  GuardedController,
  listen,
  post,
  QUIET,
  SECRET_KEY,
  signer,
  start,
} from './apps.ts'

const EU = { sdkAppId: 1400000001, secretKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0' }

async function compile(...imports: NonNullable<Parameters<typeof Test.createTestingModule>[0]['imports']>) {
  return await Test.createTestingModule({ imports }).compile()
}

@Injectable()
class Config {
  readonly secretKey = SECRET_KEY
}

@Module({ providers: [Config], exports: [Config] })
class ConfigModule {}

@Injectable()
class UserSigConfig implements UserSigOptionsFactory {
  readonly #config: Config

  constructor(@Inject(Config) config: Config) {
    this.#config = config
  }

  async createUserSigOptions(): Promise<UserSigModuleOptions> {
    return { credentials: { sdkAppId: credentials.sdkAppId, secretKey: this.#config.secretKey } }
  }
}

@Module({ imports: [ConfigModule], providers: [UserSigConfig], exports: [UserSigConfig] })
class UserSigConfigModule {}

describe('forRootAsync', () => {
  const ways = {
    useFactory: UserSigModule.forRootAsync({
      imports: [ConfigModule],
      inject: [Config],
      useFactory: async ({ secretKey }: Config) => ({ credentials: { ...credentials, secretKey } }),
    }),
    useClass: UserSigModule.forRootAsync({ imports: [ConfigModule], useClass: UserSigConfig }),
    useExisting: UserSigModule.forRootAsync({ imports: [UserSigConfigModule], useExisting: UserSigConfig }),
  }
  test.each(Object.entries(ways))('takes %s', async (_, module) => {
    const service = (await compile(module)).get(UserSigService)
    expect(signer.verifyUserSig(await service.genUserSig('alice'))).toMatchObject({ userId: 'alice' })
  })

  test('serves the controller with callbacks that use other providers', async () => {
    const { baseUrl, close } = await start({
      imports: [
        UserSigModule.forRootAsync({
          imports: [ConfigModule],
          inject: [Config],
          issuer: { path: 'usersig' },
          useFactory: ({ secretKey }: Config) => ({
            credentials: { ...credentials, secretKey },
            authenticate: () => 'alice',
            expire: 600,
          }),
        }),
      ],
    })
    const issued = await (await post(`${baseUrl}/usersig`)).json()
    expect(issued).toMatchObject({ userId: 'alice', expire: 600 })
    await close()
  })
})

@Injectable()
class TwoSigners {
  readonly #services: readonly UserSigService[]

  constructor(@Inject(UserSigService) cn: UserSigService, @InjectUserSig('eu') eu: UserSigService) {
    this.#services = [cn, eu]
  }

  async names(): Promise<number[]> {
    return await Promise.all(this.#services.map(async (each) => (await each.issue('alice')).sdkAppId))
  }
}

@Module({ providers: [TwoSigners], exports: [TwoSigners] })
class FeatureModule {}

test('several applications stand side by side, and isGlobal makes them known everywhere', async () => {
  const module = await compile(
    UserSigModule.forRoot({ isGlobal: true, credentials }),
    UserSigModule.forRoot({ isGlobal: true, name: 'eu', credentials: EU }),
    FeatureModule,
  )
  expect(await module.get(TwoSigners).names()).toEqual([credentials.sdkAppId, EU.sdkAppId])
})

test('without isGlobal, Nest says which module is missing', async () => {
  const imports = [UserSigModule.forRoot({ credentials }), FeatureModule]
  await expect(compile(...imports)).rejects.toThrow('FeatureModule')
  await expect(Test.createTestingModule({ controllers: [GuardedController] }).compile()).rejects.toThrow(
    'UserSigModule.forRoot({ … })',
  )
})

describe('a test of the app', () => {
  const expired = 1_700_000_000
  const past = createUserSigner({ ...credentials, now: () => expired })

  test.each([undefined, 'eu'])('overrides signer and clock of the module %s', async (name) => {
    const module = await Test.createTestingModule({
      imports: [
        UserSigModule.forRoot({ ...contractOptions, ...(name !== undefined && { name }), issuer: { path: 'usersig' } }),
      ],
    })
      .overrideProvider(getUserSigToken(name))
      .useValue(past)
      .compile()
    const { baseUrl, close } = await listen(module.createNestApplication(QUIET))
    const response = await post(`${baseUrl}/usersig`, undefined, { 'x-test-user': 'alice' })
    expect(await response.json()).toMatchObject({ issuedAt: expired })
    await close()
  })

  test('and what the guard accepts', async () => {
    const module = await Test.createTestingModule({
      imports: [UserSigModule.forRoot({ credentials: EU, onError: () => {} })],
      controllers: [GuardedController],
    })
      .overrideProvider(UserSigService)
      .useValue(past)
      .compile()
    const { baseUrl, close } = await listen(module.createNestApplication(QUIET))
    const visit = (ticket: string) => fetch(`${baseUrl}/guarded`, { headers: bearer(ticket) })
    expect((await visit(past.genUserSig('alice', { expire: 60 }))).status).toBe(200)
    expect((await visit(signer.genUserSig('alice'))).status).toBe(401)
    await close()
  })
})

describe('wrong wiring stops the app where it starts', () => {
  const issuer = { path: 'usersig' }
  const faults: Record<string, [options: unknown, message: string]> = {
    'credentials that are not in credentials': [
      { ...credentials },
      'no option "sdkAppId": did you mean "credentials"?',
    ],
    'credentials as a text': [{ credentials: 'the key' }, 'credentials is a value of type string'],
    'both signer and credentials': [{ credentials, signer }, 'choose one'],
    'a signer that is not one': [{ signer: {} }, 'createUserSigner()'],
    'an unknown option': [{ credentials, expires: 60 }, 'no option "expires": did you mean "expire"?'],
    'an unknown name among the credentials': [{ credentials: { ...credentials, ttl: 60 } }, '"ttl"'],
    'options that are not an object': ['usersig', 'UserSigModule.forRoot needs an object with options'],
    'a controller without authenticate': [{ credentials, issuer }, 'authenticate: (request) =>'],
    'callbacks without a controller': [{ credentials, authenticate: () => null }, "issuer: { path: 'usersig'"],
    'an issuer without a path': [{ credentials, issuer: {}, authenticate: () => null }, 'issuer.path is missing'],
    'an issuer with another name': [{ credentials, issuer: { path: 'x', guard: [] } }, 'did you mean "guards"?'],
    'an issuer that is a path': [{ credentials, issuer: 'usersig' }, 'issuer needs an object'],
    'guards that are not guards': [{ credentials, issuer: { path: 'x', guards: ['jwt'] } }, 'guards must be an array'],
    'a callback that is not a function': [
      { credentials, issuer, authenticate: () => null, authorizeRoom: true },
      'authorizeRoom',
    ],
    'a getToken that is not a function': [
      { credentials, getToken: 'header' },
      'getToken is "header", but must be a function',
    ],
    'a wrong clockTolerance': [{ credentials, clockTolerance: '5' }, 'clockTolerance is "5"'],
    'a wrong problemDocuments': [{ credentials, problemDocuments: 'no' }, 'problemDocuments is "no"'],
    'an empty name': [{ credentials, name: '' }, 'name is empty'],
    'a webhook option with another name': [{ credentials, webhooks: { trtc: 'x' } }, 'webhooks: there is no option'],
    'an empty webhook key': [{ credentials, webhooks: { trtcKey: '' } }, 'trtcKey is'],
    'a greatest age that is not a number': [
      { credentials, webhooks: { trtcKey: 'x', maxAge: Number.NaN } },
      'maxAge is NaN',
    ],
  }
  test.each(Object.entries(faults))('%s', async (_, [options, message]) => {
    const fault = await Promise.resolve()
      .then(() => compile(UserSigModule.forRoot(options as UserSigModuleRootOptions)))
      .catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(TypeError)
    expect((fault as Error).message).toContain(message)
    expect(inspect(fault)).not.toContain(SECRET_KEY)
  })

  test('wrong credentials', async () => {
    const module = UserSigModule.forRoot({ credentials: { ...credentials, secretKey: '' } })
    await expect(compile(module)).rejects.toThrow(UserSigError)
  })

  test('what a factory cannot return', async () => {
    const useFactory = () => ({ credentials, issuer: { path: 'usersig' } }) as UserSigModuleOptions
    await expect(compile(UserSigModule.forRootAsync({ useFactory }))).rejects.toThrow('forRootAsync({ issuer: … })')
    const misspelled = () => ({ credentials, expires: 60 }) as UserSigModuleOptions
    await expect(compile(UserSigModule.forRootAsync({ useFactory: misspelled }))).rejects.toThrow('"expire"')
  })

  test('what stands beside a factory', () => {
    const useFactory = () => ({ credentials })
    for (const [options, message] of [
      [{ useFactory, authenticate: () => 'alice' } as object, 'no option "authenticate"'],
      [{ useFactory, isglobal: true } as object, 'did you mean "isGlobal"?'],
      [{ name: 'eu' }, 'one of useFactory, useClass and useExisting'],
    ] as const) {
      expect(() => UserSigModule.forRootAsync(options)).toThrow(message)
    }
  })
})

describe('without credentials', () => {
  beforeEach(() => {
    vi.stubEnv('USERSIG_SDKAPPID', String(credentials.sdkAppId))
    vi.stubEnv('USERSIG_SECRETKEY', SECRET_KEY)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test('the key comes from the environment, as it is when the app starts', async () => {
    vi.stubEnv('USERSIG_SDKAPPID', '')
    const module = UserSigModule.forRoot()
    vi.stubEnv('USERSIG_SDKAPPID', String(credentials.sdkAppId))
    const service = (await compile(module)).get(UserSigService)
    expect(signer.verifyUserSig(await service.genUserSig('alice'))).toMatchObject({ userId: 'alice' })
  })

  test('so it does where a factory returns none', async () => {
    const module = UserSigModule.forRootAsync({ useFactory: () => ({ expire: 60 }) })
    expect(await (await compile(module)).get(UserSigService).issue('alice')).toMatchObject({ expire: 60 })
  })

  test.each(['USERSIG_SDKAPPID', 'USERSIG_SECRETKEY'])(
    'a missing %s stops the app, which says how to set it',
    async (name) => {
      vi.stubEnv(name, '')
      await expect(compile(UserSigModule.forRoot())).rejects.toThrow(
        new RegExp(`^${name} is not set\\. .*ConfigModule\\.forRoot\\(\\)`),
      )
    },
  )
})

describe.each(['reference', 'deep-hash'] as const)(
  'with moduleIdGeneratorAlgorithm: %s',
  (moduleIdGeneratorAlgorithm) => {
    const regions = { cn: credentials, eu: EU }
    type Region = keyof typeof regions
    const ways: Record<string, (region: Region) => DynamicModule> = {
      forRoot: (region) => UserSigModule.forRoot({ credentials: regions[region] }),
      'a factory': (region) => UserSigModule.forRootAsync({ useFactory: () => ({ credentials: regions[region] }) }),
      'a signer': (region) => UserSigModule.forRoot({ signer: createUserSigner(regions[region]) }),
    }

    test.each(Object.entries(ways))('modules with different keys stay two (%s)', async (_, moduleOf) => {
      @Injectable()
      class Feature {
        constructor(@Inject(UserSigService) readonly userSig: UserSigService) {}
      }

      @Injectable()
      class OtherFeature {
        constructor(@Inject(UserSigService) readonly userSig: UserSigService) {}
      }

      @Module({ imports: [moduleOf('cn')], providers: [Feature] })
      class China {}

      @Module({ imports: [moduleOf('eu')], providers: [OtherFeature] })
      class Europe {}

      const module = await Test.createTestingModule(
        { imports: [China, Europe] },
        { moduleIdGeneratorAlgorithm },
      ).compile()
      expect((await module.get(Feature, { strict: false }).userSig.issue('alice')).sdkAppId).toBe(credentials.sdkAppId)
      expect((await module.get(OtherFeature, { strict: false }).userSig.issue('alice')).sdkAppId).toBe(EU.sdkAppId)
    })

    test('a module that is imported twice is one', async () => {
      const shared = UserSigModule.forRoot({ credentials })

      @Module({ imports: [shared], exports: [shared] })
      class China {}

      @Module({ imports: [shared], exports: [shared] })
      class Europe {}

      const module = await Test.createTestingModule(
        { imports: [China, Europe] },
        { moduleIdGeneratorAlgorithm },
      ).compile()
      const [one, two] = [China, Europe].map((feature) => module.select(feature).get(UserSigService, { strict: false }))
      expect(one).toBe(two)
    })
  },
)

test('these are the public names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([
    'InjectUserSig',
    'RequireUserSig',
    'RequireWebhook',
    'UserSig',
    'UserSigException',
    'UserSigGuard',
    'UserSigModule',
    'UserSigService',
    'Webhook',
    'getUserSig',
    'getUserSigToken',
    'getWebhook',
    'keepHandshake',
    'toUserId',
  ])
})

test('explain is refused in production, unless the app says that this is none', async () => {
  const start = (explain: UserSigModuleOptions['explain']) =>
    compile(
      UserSigModule.forRoot({
        credentials,
        ...(explain && { explain }),
        issuer: { path: 'usersig' },
        authenticate: () => 'alice',
      }),
    )
  vi.stubEnv('NODE_ENV', 'production')
  await expect(start(() => [])).rejects.toThrow(/explain is for development, and NODE_ENV is production/)
  await expect(start({ with: () => [], production: false })).resolves.toBeDefined()
  vi.stubEnv('NODE_ENV', undefined)
  await expect(start(() => [])).resolves.toBeDefined()
  vi.unstubAllEnvs()
})

describeBounds({
  issue: (options) => compile(UserSigModule.forRoot({ issuer: { path: 'usersig' }, ...options })),
  guard: (options) => compile(UserSigModule.forRoot(options)),
  webhook: ({ callbackTimeout, ...webhooks }: { callbackTimeout?: number }) =>
    compile(UserSigModule.forRoot({ credentials, callbackTimeout, webhooks } as UserSigModuleRootOptions)),
})
