import 'reflect-metadata'
import { inspect } from 'node:util'
import { Inject, Injectable, Module } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { createUserSigner, UserSigError } from '@usersig/core'
import { describe, expect, test } from 'vitest'
import {
  getUserSigToken,
  InjectUserSig,
  UserSigModule,
  type UserSigModuleForRoot,
  type UserSigModuleOptions,
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
  QUICK,
  SECRET_KEY,
  signer,
  start,
} from './apps.ts'

const EU = { sdkAppId: 1400000001, secretKey: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0' }

async function compile(...imports: NonNullable<Parameters<typeof Test.createTestingModule>[0]['imports']>) {
  return await Test.createTestingModule({ imports }).compile()
}

describe('UserSigService', () => {
  test('signs and verifies as the signer does', async () => {
    const service = (await compile(UserSigModule.forRoot({ credentials }))).get(UserSigService)
    const room = { roomId: 10000, privileges: 'audience' } as const
    const now = 1_700_000_000
    expect(service.sdkAppId).toBe(credentials.sdkAppId)
    expect(service.genUserSig('alice', { now })).toBe(signer.genUserSig('alice', { now }))
    expect(service.genPrivateMapKey('alice', { ...room, now })).toBe(signer.genPrivateMapKey('alice', { ...room, now }))
    const { userSig, privateMapKey } = service.issue('alice', room)
    expect(service.verifyUserSig(userSig)).toMatchObject({ userId: 'alice' })
    expect(service.verifyPrivateMapKey(privateMapKey ?? '', { roomId: 10000 })).toMatchObject({ userId: 'alice' })
  })

  test('takes a ready signer', async () => {
    const service = (await compile(UserSigModule.forRoot({ signer }))).get(UserSigService)
    expect(service.verifyUserSig(signer.genUserSig('alice'))).toMatchObject({ userId: 'alice' })
  })

  test('shows no key', async () => {
    const service = (await compile(UserSigModule.forRoot({ credentials }))).get(UserSigService)
    expect(inspect(service, { depth: 9, showHidden: true }) + JSON.stringify(service)).not.toContain(SECRET_KEY)
  })
})

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
    expect(signer.verifyUserSig(service.genUserSig('alice'))).toMatchObject({ userId: 'alice' })
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
  readonly names: readonly number[]

  constructor(@Inject(UserSigService) cn: UserSigService, @InjectUserSig('eu') eu: UserSigService) {
    this.names = [cn.sdkAppId, eu.sdkAppId]
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
  expect(module.get(TwoSigners).names).toEqual([credentials.sdkAppId, EU.sdkAppId])
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
      imports: [UserSigModule.forRoot({ ...contractOptions, name, issuer: { path: 'usersig' } })],
    })
      .overrideProvider(getUserSigToken(name))
      .useValue(past)
      .compile()
    const { baseUrl, close } = await listen(module.createNestApplication(QUICK))
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
    const { baseUrl, close } = await listen(module.createNestApplication(QUICK))
    const visit = (ticket: string) => fetch(`${baseUrl}/guarded`, { headers: bearer(ticket) })
    expect((await visit(past.genUserSig('alice', { expire: 60 }))).status).toBe(200)
    expect((await visit(signer.genUserSig('alice'))).status).toBe(401)
    await close()
  })
})

describe('wrong wiring stops the app where it starts', () => {
  const issuer = { path: 'usersig' }
  const faults: Record<string, [options: object, message: string]> = {
    'no options': [{}, 'credentials: { sdkAppId: '],
    'credentials that are not in credentials': [{ ...credentials }, 'sdkAppId belongs into credentials'],
    'credentials as a text': [{ credentials: 'the key' }, 'credentials is missing, or not an object'],
    'a cache for values': [{ credentials, credentialsCache: {} }, 'credentialsCache is for credentials that are'],
    'both signer and credentials': [{ credentials, signer }, 'choose one'],
    'a signer that is none': [{ signer: {} }, 'createUserSigner()'],
    'an unknown option': [{ credentials, expires: 60 }, 'no option expires'],
    'an unknown option of the signer': [{ credentials: { ...credentials, ttl: 60 } }, 'ttl'],
    'a controller without authenticate': [{ credentials, issuer }, 'authenticate: (request) =>'],
    'callbacks without a controller': [{ credentials, authenticate: () => null }, "issuer: { path: 'usersig'"],
    'an issuer without a path': [{ credentials, issuer: {}, authenticate: () => null }, 'issuer.path is missing'],
    'guards that are none': [{ credentials, issuer: { path: 'x', guards: ['jwt'] } }, 'issuer.guards must be an array'],
    'a callback that is none': [
      { credentials, issuer, authenticate: () => null, authorizeRoom: true },
      'authorizeRoom',
    ],
    'a getToken that is none': [{ credentials, getToken: 'header' }, 'getToken must be a function'],
    'a wrong clockTolerance': [{ credentials, clockTolerance: '5' }, 'clockTolerance must be'],
    'an empty name': [{ credentials, name: '' }, 'name of a UserSigModule'],
  }
  test.each(Object.entries(faults))('%s', async (_, [options, message]) => {
    const fault = await Promise.resolve()
      .then(() => compile(UserSigModule.forRoot(options as UserSigModuleForRoot)))
      .catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(TypeError)
    expect((fault as Error).message).toContain(message)
    expect(inspect(fault)).not.toContain(SECRET_KEY)
  })

  test('wrong credentials', async () => {
    const module = UserSigModule.forRoot({ credentials: { ...credentials, secretKey: '' } })
    await expect(compile(module)).rejects.toThrow(UserSigError)
    await expect(compile(UserSigModule.forRoot(undefined as never))).rejects.toThrow('credentials')
  })

  test('what a factory cannot give', async () => {
    const useFactory = () => ({ credentials, issuer: { path: 'usersig' } }) as UserSigModuleOptions
    await expect(compile(UserSigModule.forRootAsync({ useFactory }))).rejects.toThrow('forRootAsync({ issuer: … })')
  })
})

test('these are the public names', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([
    'AsyncUserSigService',
    'Callback',
    'InjectAsyncUserSig',
    'InjectUserSig',
    'RequireCallback',
    'RequireUserSig',
    'UserSig',
    'UserSigExceptionFilter',
    'UserSigGuard',
    'UserSigGuardException',
    'UserSigGuardFor',
    'UserSigModule',
    'UserSigService',
    'UserSigUnauthorizedException',
    'getAsyncUserSigToken',
    'getCallback',
    'getUserSig',
    'getUserSigToken',
    'keepHandshake',
  ])
})
