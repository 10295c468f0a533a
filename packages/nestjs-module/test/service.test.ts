import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { inspect } from 'node:util'
import { Test } from '@nestjs/testing'
import { createUserSigner } from '@usersig/core'
import { createSignerResolver } from '@usersig/core/endpoint'
import { describe, expect, test, vi } from 'vitest'
import { UserSigModule, type UserSigModuleRootOptions, UserSigService } from '../src/index.ts'
import { bearer, contractOptions, credentials, GuardedController, post, SECRET_KEY, signer, start } from './apps.ts'

const key = await webcrypto.subtle.importKey(
  'raw',
  new TextEncoder().encode(SECRET_KEY),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
)
const mac = async (content: Uint8Array) => new Uint8Array(await webcrypto.subtle.sign('HMAC', key, content.slice()))
const { authenticate } = contractOptions

async function serviceOf(options: UserSigModuleRootOptions): Promise<UserSigService> {
  const module = await Test.createTestingModule({ imports: [UserSigModule.forRoot(options)] }).compile()
  return module.get(UserSigService)
}

describe.each<[string, UserSigModuleRootOptions]>([
  ['values', { credentials }],
  ['a ready signer', { signer }],
  ['a key that is not in the process', { signer: createUserSigner({ sdkAppId: credentials.sdkAppId, mac }) }],
  ['a function that answers at once', { credentials: () => credentials }],
  ['a function that answers with a promise', { credentials: async () => credentials }],
  ['a function that chooses a signer', { signer: async () => signer }],
])('UserSigService with %s', (_, options) => {
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

  test('is what the controller and the guard use', async () => {
    const module = UserSigModule.forRoot({ ...options, authenticate, issuer: { path: 'usersig' } })
    const { baseUrl, close } = await start({ imports: [module], controllers: [GuardedController] })
    const issued = await post(`${baseUrl}/usersig`, undefined, { 'x-test-user': 'alice' })
    const { userSig } = (await issued.json()) as { userSig: string }
    const answer = await fetch(`${baseUrl}/guarded`, { headers: bearer(userSig) })
    expect(await answer.json()).toEqual({ userId: 'alice' })
    await close()
  })
})

test('the lifetime of the options holds where the caller names none', async () => {
  const service = await serviceOf({ credentials, expire: 600 })
  expect(await service.issue('alice')).toMatchObject({ expire: 600 })
  expect(await service.issue('alice', { expire: 60 })).toMatchObject({ expire: 60 })
  expect(await service.verifyUserSig(await service.genUserSig('alice'))).toMatchObject({ expire: 600 })
})

test('each application of a module has its signer', async () => {
  const apps: Record<string, typeof credentials> = { a: credentials, b: { sdkAppId: 2, secretKey: SECRET_KEY } }
  const service = await serviceOf({
    signer: createSignerResolver({
      tenant: (request: { host: string }) => request.host,
      credentials: ({ host }) => apps[host],
    }),
  })
  expect((await service.signerFor({ host: 'a' })).sdkAppId).toBe(credentials.sdkAppId)
  expect((await service.signerFor({ host: 'b' })).sdkAppId).toBe(2)
  await expect(service.signerFor({ host: 'c' })).rejects.toMatchObject({ status: 404 })
})

test('one key store serves the service, the controller and the guard of a module', async () => {
  const ask = vi.fn(async () => credentials)
  const module = UserSigModule.forRoot({ credentials: ask, authenticate, issuer: { path: 'usersig' } })
  const { app, baseUrl, close } = await start({ imports: [module], controllers: [GuardedController] })
  await post(`${baseUrl}/usersig`, undefined, { 'x-test-user': 'alice' })
  await fetch(`${baseUrl}/guarded`, { headers: bearer(signer.genUserSig('alice')) })
  await app.get(UserSigService).genUserSig('alice')
  expect(ask).toHaveBeenCalledTimes(1)
  await close()
})

test('the callbacks get the request and the execution context', async () => {
  const calls: unknown[] = []
  const seen =
    <T>(answer: T) =>
    (...args: unknown[]): T => {
      const [request, context] = args.slice(-2) as [{ headers: object }, { getHandler(): { name: string } }]
      calls.push([typeof request.headers, context.getHandler().name])
      return answer
    }
  const module = UserSigModule.forRoot({
    credentials: seen(credentials),
    authenticate: seen('alice'),
    authorizeRoom: seen('audience' as const),
    limit: seen(undefined),
    notIssuedBefore: seen(null),
    isRevoked: seen(false),
    getToken: seen(signer.genUserSig('alice')),
    onIssued: seen(undefined),
    onError: seen(undefined),
    issuer: { path: 'usersig' },
  })
  const { baseUrl, close } = await start({ imports: [module], controllers: [GuardedController] })
  expect((await post(`${baseUrl}/usersig`, { roomId: 1 })).status).toBe(200)
  expect((await fetch(`${baseUrl}/usersig`)).status).toBe(405)
  expect((await fetch(`${baseUrl}/guarded`)).status).toBe(200)
  await close()
  const of = (name: string, times: number) => Array.from({ length: times }, () => ['object', name])
  expect(calls).toEqual([...of('issue', 6), ...of('value', 1), ...of('read', 4)])
})
