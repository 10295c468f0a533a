import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUserSigner } from '../src/signing/create-user-signer.ts'

const options = { SDKAPPID: 1400000000, SECRETKEY: 'the key of these tests', EXPIRETIME: 600 }
const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: 'the key of these tests' })

/** Anew for each test: it warns once in the life of a page. */
async function load() {
  vi.resetModules()
  return (await import('../src/debug.ts')).createTestUserSig
}

function onPage(url: string): void {
  const { hostname, protocol } = new URL(url)
  vi.stubGlobal('location', { hostname, protocol })
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('createTestUserSig', () => {
  it('signs what the official generators sign, called in both ways', async () => {
    const createTestUserSig = await load()
    const genTestUserSig = createTestUserSig(options)
    expect(signer.verifyUserSig(genTestUserSig('alice'), { userId: 'alice' }).expire).toBe(600)
    const taken = createTestUserSig({ SDKAPPID: options.SDKAPPID, SECRETKEY: options.SECRETKEY })
    expect(signer.verifyUserSig(taken.genTestUserSig('bob'), { userId: 'bob' }).expire).toBe(604_800)
  })

  it('warns once', async () => {
    const genTestUserSig = (await load())(options)
    genTestUserSig('alice')
    genTestUserSig('bob')
    expect(console.warn).toHaveBeenCalledTimes(1)
    expect(String(vi.mocked(console.warn).mock.calls[0])).not.toContain(options.SECRETKEY)
  })

  it.each([
    'http://localhost:5173',
    'http://app.localhost',
    'http://127.0.0.1',
    'http://127.1.2.3:80',
    'http://[::1]:3000',
    'file:///home/me/index.html',
  ])('runs on %s', async (url) => {
    onPage(url)
    expect((await load())(options)('alice')).toMatch(/^eA/)
  })

  it.each([
    'https://example.com',
    'http://192.168.0.7',
    'https://localhost.example.com',
    'https://127.0.0.1.example.com',
  ])('refuses to run on %s, unless told otherwise', async (url) => {
    onPage(url)
    const createTestUserSig = await load()
    expect(() => createTestUserSig(options)).toThrow(/Sign on your server/)
    expect(createTestUserSig({ ...options, dangerouslyExposeSecretKey: true })('alice')).toMatch(/^eA/)
  })

  it('refuses to run in production, unless told otherwise', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const createTestUserSig = await load()
    expect(() => createTestUserSig(options)).toThrow(/NODE_ENV is production/)
    expect(createTestUserSig({ ...options, dangerouslyExposeSecretKey: true })('alice')).toMatch(/^eA/)
  })

  it('refuses to run where it cannot tell, as in mini programs and workers, unless told otherwise', async () => {
    const createTestUserSig = await load()
    vi.stubEnv('NODE_ENV', undefined)
    expect(() => createTestUserSig(options)).toThrow(/this may be production/)
    vi.stubGlobal('process', undefined)
    expect(() => createTestUserSig(options)).toThrow(/this may be production/)
    expect(createTestUserSig({ ...options, dangerouslyExposeSecretKey: true })('alice')).toMatch(/^eA/)
    onPage('http://localhost:5173')
    expect(createTestUserSig(options)('alice')).toMatch(/^eA/)
  })

  it('is not impressed by a polluted Object.prototype', async () => {
    const createTestUserSig = await load()
    vi.stubEnv('NODE_ENV', 'production')
    const root = Object.prototype as { dangerouslyExposeSecretKey?: boolean }
    root.dangerouslyExposeSecretKey = true
    try {
      expect(() => createTestUserSig(options)).toThrow(/NODE_ENV is production/)
    } finally {
      delete root.dangerouslyExposeSecretKey
    }
    expect(() => createTestUserSig({ ...options, dangerouslyExposeSecretKey: 'yes' as never })).toThrow(TypeError)
    expect(() => createTestUserSig({ ...options, expire: 5 } as never)).toThrow(/no option "expire"/)
  })

  it('refuses what a signer refuses', async () => {
    const createTestUserSig = await load()
    expect(() => createTestUserSig({ ...options, SDKAPPID: 0 })).toThrow(
      expect.objectContaining({ code: 'invalid_sdk_app_id' }),
    )
  })
})
