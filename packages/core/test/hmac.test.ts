import { createHmac, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMac, equalMacs, MAC_BYTES } from '../src/wire/mac.ts'

const LONGEST = 300
// On both sides of the block of SHA-256, behind which a key is hashed.
const KEY_LENGTHS = [1, 31, 32, 63, 64, 65, 100, 128, 200]

function ours(key: Uint8Array, message: Uint8Array): string {
  const out = new Uint8Array(MAC_BYTES)
  createMac(key)(message, out)
  return Buffer.from(out).toString('hex')
}

describe('HMAC-SHA256', () => {
  it('is that of node:crypto for messages of every length up to 300 bytes, under keys of their own', () => {
    for (let length = 0; length <= LONGEST; length++) {
      const message = randomBytes(length)
      for (const key of [randomBytes(64), randomBytes(1 + (length % 200))]) {
        expect(ours(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'))
      }
    }
  })

  it.each(KEY_LENGTHS)('is that of node:crypto under a key of %i bytes', (keyLength) => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 300]) {
      const [key, message] = [randomBytes(keyLength), randomBytes(length)]
      expect(ours(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'))
    }
  })

  // Source: RFC 4231, sections 4.2, 4.3, 4.7 and 4.8.
  it.each([
    ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [
      'aa'.repeat(131),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
    [
      'aa'.repeat(131),
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
      '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
    ],
  ])('under the key %s is what the standard says', (key, message, expected) => {
    expect(ours(Buffer.from(key, 'hex'), Buffer.from(message))).toBe(expected)
  })

  it('of one key does not depend on what was signed before', () => {
    const mac = createMac(Buffer.from('key'))
    const [first, again] = [new Uint8Array(MAC_BYTES), new Uint8Array(MAC_BYTES)]
    mac(Buffer.from('a'), first)
    mac(randomBytes(1000), again)
    mac(Buffer.from('a'), again)
    expect(again).toEqual(first)
  })
})

describe('a hash that is not driven as it was', () => {
  afterEach(() => {
    vi.doUnmock('@noble/hashes/sha2.js')
    vi.resetModules()
  })

  it('is found out before anything is signed', async () => {
    vi.resetModules()
    // As a version of the library might be that keeps its state elsewhere.
    vi.doMock('@noble/hashes/sha2.js', async (load) => {
      const real = await load<typeof import('@noble/hashes/sha2.js')>()
      return {
        ...real,
        _SHA256: class extends real._SHA256 {
          protected override process(): void {}
        },
      }
    })
    const { createUserSigner } = await import('../src/signing/create-user-signer.ts')
    expect(() => createUserSigner({ sdkAppId: 1, secretKey: 'key' })).toThrow(/@noble\/hashes cannot be used/)
  })
})

describe('the comparison of signatures', () => {
  it('finds a difference in every bit', () => {
    const a = randomBytes(MAC_BYTES)
    expect(equalMacs(a, Uint8Array.from(a))).toBe(true)
    for (let bit = 0; bit < MAC_BYTES * 8; bit++) {
      const b = Uint8Array.from(a)
      b[bit >> 3]! ^= 1 << (bit & 7)
      expect(equalMacs(a, b)).toBe(false)
    }
  })
})
