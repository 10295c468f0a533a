import { createHmac, webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createUserSigEndpoint } from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type Source } from './endpoint-request.ts'
import { startVault, VAULT_TOKEN } from './vault-server.ts'

const sdkAppId = 1400000000
const secretKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const now = 1795426952

/** A key that no code can read back, as a KMS holds it. */
const key = await webcrypto.subtle.importKey(
  'raw',
  new TextEncoder().encode(secretKey),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
)
const mac = async (content: Uint8Array) =>
  new Uint8Array(await webcrypto.subtle.sign('HMAC', key, new Uint8Array(content)))

const local = createUserSigner({ sdkAppId, secretKey, now: () => now })
const remote = createUserSigner({ sdkAppId, mac, now: () => now })

describe('a signer whose key is somewhere else', () => {
  it('signs what a local signer signs', async () => {
    const userBuf = Uint8Array.of(1, 2, 3)
    expect(await remote.genUserSig('alice')).toBe(local.genUserSig('alice'))
    expect(await remote.genUserSig('alice', { userBuf })).toBe(local.genUserSig('alice', { userBuf }))
    expect(await remote.genPrivateMapKey('alice', { strRoomId: 'room-1' })).toBe(
      local.genPrivateMapKey('alice', { strRoomId: 'room-1' }),
    )
    expect(await remote.issue('alice', { roomId: 7, privileges: 'audience' })).toEqual(
      local.issue('alice', { roomId: 7, privileges: 'audience' }),
    )
  })

  it('keeps tickets apart that are signed at the same time', async () => {
    const users = Array.from({ length: 200 }, (_, i) => `user-${i}`)
    const slowMac = async (content: Uint8Array) => {
      const before = content.slice()
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      expect(content).toEqual(before)
      return createHmac('sha256', secretKey).update(content).digest()
    }
    const slow = createUserSigner({ sdkAppId, mac: slowMac, now: () => now })
    const keys = await Promise.all(
      users.map((user, i) => slow.genPrivateMapKey(user, { roomId: i + 1, expire: i + 60 })),
    )
    for (const [i, privateMapKey] of keys.entries()) {
      const claims = local.verifyPrivateMapKey(privateMapKey, { userId: `user-${i}`, roomId: i + 1 })
      expect(claims.expire).toBe(i + 60)
    }
  })

  it('verifies with each key, and tells what a local signer tells', async () => {
    const foreign = async () => new Uint8Array(32)
    const rotated = createUserSigner({ sdkAppId, mac: [foreign, mac], now: () => now })
    expect(await rotated.verifyUserSig(local.genUserSig('alice'), { userId: 'alice' })).toMatchObject({
      userId: 'alice',
    })
    await expect(remote.verifyUserSig(local.genUserSig('alice', { now: 1 }))).rejects.toMatchObject({ code: 'expired' })
    await expect(remote.verifyUserSig('eJx')).rejects.toMatchObject({ code: 'malformed' })
    const stranger = createUserSigner({ sdkAppId, secretKey: 'another key', now: () => now })
    await expect(remote.verifyUserSig(stranger.genUserSig('alice'))).rejects.toMatchObject({ code: 'bad_signature' })
  })

  it('refuses before it asks for a signature', async () => {
    let asked = 0
    const counting = createUserSigner({
      sdkAppId,
      mac: async () => {
        asked++
        return new Uint8Array(32)
      },
    })
    await expect(counting.genUserSig('a\nb')).rejects.toMatchObject({ code: 'invalid_user_id' })
    await expect(counting.issue('alice', { roomId: 0 })).rejects.toMatchObject({ code: 'invalid_room' })
    expect(asked).toBe(0)
  })

  it('passes on what the key service rejects with, and refuses what is no HMAC-SHA256', async () => {
    const down = new Error('the key service is down')
    const failing = createUserSigner({ sdkAppId, mac: () => Promise.reject(down) })
    await expect(failing.genUserSig('alice')).rejects.toBe(down)
    const short = createUserSigner({ sdkAppId, mac: async () => new Uint8Array(20) })
    await expect(short.genUserSig('alice')).rejects.toThrow(/20 bytes/)
    const text = createUserSigner({ sdkAppId, mac: async () => 'base64' as never })
    await expect(text.genUserSig('alice')).rejects.toThrow(TypeError)
  })

  it.each([
    ['both', { sdkAppId, secretKey, mac }],
    ['an empty list', { sdkAppId, mac: [] }],
    ['a string', { sdkAppId, mac: 'sha256' }],
    ['null', { sdkAppId, mac: null }],
  ])('takes %s for wrong wiring', (_, options) => {
    expect(() => createUserSigner(options as never)).toThrow(TypeError)
  })
})

describe('a signer whose key is in a Vault', () => {
  it('signs and verifies over HTTP, and an endpoint answers 503 while the Vault is away', async () => {
    const { address, server } = await startVault(secretKey)
    const vaultMac = async (content: Uint8Array) => {
      const response = await fetch(`${address}/v1/transit/hmac/usersig/sha2-256`, {
        method: 'POST',
        headers: { 'x-vault-token': VAULT_TOKEN },
        body: JSON.stringify({ input: Buffer.from(content).toString('base64') }),
      })
      const { data } = (await response.json()) as { data: { hmac: string } }
      return new Uint8Array(Buffer.from(data.hmac.slice('vault:v1:'.length), 'base64'))
    }
    const vault = createUserSigner({ sdkAppId, mac: vaultMac, now: () => now })
    const issued = await vault.issue('alice', { roomId: 7 })
    expect(issued).toEqual(local.issue('alice', { roomId: 7 }))
    expect(await vault.verifyUserSig(issued.userSig)).toMatchObject({ userId: 'alice' })

    const onError = () => {}
    const endpoint = createUserSigEndpoint<Source>({ signer: vault, authenticate: ({ user }) => user, onError })
    expect((await endpoint(createRequest())).status).toBe(200)
    server.close()
    server.closeAllConnections()
    expect((await endpoint(createRequest())).status).toBe(503)
  })
})
