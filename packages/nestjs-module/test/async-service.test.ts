import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { inspect } from 'node:util'
import { Inject, Injectable, Module } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { describe, expect, test, vi } from 'vitest'
import {
  AsyncUserSigService,
  getAsyncUserSigToken,
  InjectAsyncUserSig,
  UserSigModule,
  type UserSigModuleForRoot,
  UserSigService,
} from '../src/index.ts'
import { bearer, contractOptions, credentials, GuardedController, post, SECRET_KEY, signer, start } from './apps.ts'

const key = await webcrypto.subtle.importKey(
  'raw',
  new TextEncoder().encode(SECRET_KEY),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
)
const mac = async (content: Uint8Array) => new Uint8Array(await webcrypto.subtle.sign('HMAC', key, content.slice()))

async function serviceOf(options: UserSigModuleForRoot): Promise<AsyncUserSigService> {
  const module = await Test.createTestingModule({ imports: [UserSigModule.forRoot(options)] }).compile()
  return module.get(AsyncUserSigService)
}

describe.each<[string, UserSigModuleForRoot]>([
  ['values', { credentials }],
  ['a ready signer', { signer }],
  ['a function', { credentials: async () => credentials }],
  ['a key that is not in the process', { credentials: { sdkAppId: credentials.sdkAppId, mac } }],
  ['a function that chooses a signer', { signer: async () => signer }],
])('AsyncUserSigService with %s', (_, options) => {
  test('signs and verifies as the signer does', async () => {
    const service = await serviceOf(options)
    const room = { roomId: 10000, privileges: 'audience' } as const
    const now = 1_700_000_000
    expect(await service.genUserSig('alice', { now })).toBe(signer.genUserSig('alice', { now }))
    const mapKey = signer.genPrivateMapKey('alice', { ...room, now })
    expect(await service.genPrivateMapKey('alice', { ...room, now })).toBe(mapKey)
    const { userSig, privateMapKey } = await service.issue('alice', room)
    expect(await service.verifyUserSig(userSig)).toMatchObject({ userId: 'alice' })
    expect(await service.verifyPrivateMapKey(privateMapKey ?? '')).toMatchObject({ userId: 'alice' })
    await expect(service.genUserSig('')).rejects.toMatchObject({ code: 'invalid_user_id' })
  })

  test('shows no key', async () => {
    const service = await serviceOf(options)
    await service.genUserSig('alice')
    expect(inspect(service, { depth: 9, showHidden: true }) + JSON.stringify(service)).not.toContain(SECRET_KEY)
  })

  test('is behind the controller and the guard', async () => {
    const { authenticate } = contractOptions
    const module = UserSigModule.forRoot({ ...options, authenticate, issuer: { path: 'usersig' } } as never)
    const { baseUrl, close } = await start({ imports: [module], controllers: [GuardedController] })
    const issued = await post(`${baseUrl}/usersig`, undefined, { 'x-test-user': 'alice' })
    const { userSig } = (await issued.json()) as { userSig: string }
    const answer = await fetch(`${baseUrl}/guarded`, { headers: bearer(userSig) })
    expect(await answer.json()).toEqual({ userId: 'alice' })
    await close()
  })
})

test('UserSigService says which service to inject where the key is not at hand', async () => {
  const module = await Test.createTestingModule({
    imports: [UserSigModule.forRoot({ credentials: async () => credentials })],
  }).compile()
  expect(() => module.get(UserSigService).genUserSig('alice')).toThrow(/userSig: AsyncUserSigService/)
})

test('each application of a module has its signer', async () => {
  const apps: Record<string, typeof credentials> = { a: credentials, b: { sdkAppId: 2, secretKey: 'another key' } }
  const service = await serviceOf({
    tenant: (request: { host: string }) => request.host,
    credentials: (request: { host: string }) => apps[request.host],
  })
  expect((await service.signerFor({ host: 'a' })).sdkAppId).toBe(credentials.sdkAppId)
  expect((await service.signerFor({ host: 'b' })).sdkAppId).toBe(2)
  await expect(service.signerFor({ host: 'c' })).rejects.toMatchObject({ status: 404 })
})

test('one key store serves the service, the controller and the guard of a module', async () => {
  const ask = vi.fn(async () => credentials)
  const { authenticate } = contractOptions
  const module = UserSigModule.forRoot({ credentials: ask, authenticate, issuer: { path: 'usersig' } })
  const { app, baseUrl, close } = await start({ imports: [module], controllers: [GuardedController] })
  await post(`${baseUrl}/usersig`, undefined, { 'x-test-user': 'alice' })
  await fetch(`${baseUrl}/guarded`, { headers: bearer(signer.genUserSig('alice')) })
  await app.get(AsyncUserSigService).genUserSig('alice')
  expect(ask).toHaveBeenCalledTimes(1)
  await close()
})

test('the service of a module with a name is injected by that name, and may be overridden', async () => {
  @Injectable()
  class Login {
    constructor(@InjectAsyncUserSig('eu') readonly userSig: AsyncUserSigService) {}
  }

  @Module({
    imports: [UserSigModule.forRoot({ name: 'eu', credentials: async () => credentials })],
    providers: [Login],
  })
  class AppModule {
    constructor(@Inject(Login) readonly login: Login) {}
  }

  const module = await Test.createTestingModule({ imports: [AppModule] }).compile()
  expect(await module.get(Login).userSig.genUserSig('alice')).toMatch(/^eA/)
  const overridden = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(getAsyncUserSigToken('eu'))
    .useValue({ genUserSig: async () => 'a ticket' })
    .compile()
  expect(await overridden.get(Login).userSig.genUserSig('alice')).toBe('a ticket')
})
