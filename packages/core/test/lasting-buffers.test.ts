import { createHmac } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { fromTicket } from './cases/craft.ts'
import { APP, KEY, NOW } from './support.ts'

/*
 * Signing and verifying work in buffers that last. Between calls none of them may hold what is worth stealing: a key, a
 * ticket, a signature, a user buffer. Every array that the program makes is kept here and searched.
 */

const made: WeakRef<object>[] = []
const kinds = ['Uint8Array', 'Uint16Array', 'Int32Array', 'ArrayBuffer'] as const

function watched<T extends new (...args: never[]) => object>(kind: T): T {
  return new Proxy(kind, {
    construct(target, args, newTarget) {
      const array = Reflect.construct(target, args, newTarget)
      made.push(new WeakRef(array))
      return array
    },
  })
}

async function loadWatched(): Promise<typeof import('../src/index.ts')> {
  vi.resetModules()
  for (const kind of kinds) vi.stubGlobal(kind, watched(globalThis[kind] as never))
  try {
    return await import('../src/index.ts')
  } finally {
    // What is made while tickets are signed is garbage after it, or does not outlive the modules.
    vi.unstubAllGlobals()
  }
}

function lastingBytes(): Buffer[] {
  return made.flatMap((each) => {
    const array = each.deref()
    if (array === undefined) return []
    return [ArrayBuffer.isView(array) ? Buffer.from(array.buffer) : Buffer.from(array as ArrayBuffer)]
  })
}

const USER_BUF = Uint8Array.from({ length: 90 }, (_, i) => (i * 37 + 11) & 255)

describe('the buffers that last', () => {
  it('hold nothing of a ticket or a key between calls, whatever came of them', async () => {
    const lib = await loadWatched()
    const signer = lib.createUserSigner({ sdkAppId: APP, secretKey: KEY, now: () => NOW })
    const stranger = lib.createUserSigner({ sdkAppId: APP, secretKey: 'another key', now: () => NOW })
    const userSig = signer.genUserSig('alice-in-wonderland')
    const key = signer.genPrivateMapKey('alice-in-wonderland', { strRoomId: 'behind-the-looking-glass' })
    const withBuffer = signer.genUserSig('alice-in-wonderland', { userBuf: USER_BUF })
    const attempts: (() => unknown)[] = [
      () => signer.genUserSig('alice-in-wonderland'),
      () => signer.genUserSig('alice-in-wonderland', { userBuf: USER_BUF }),
      () => signer.genPrivateMapKey('alice-in-wonderland', { strRoomId: 'behind-the-looking-glass' }),
      () => signer.verifyUserSig(userSig),
      () => signer.verifyUserSig(withBuffer, { userBuf: USER_BUF }),
      () => signer.verifyPrivateMapKey(key),
      () => stranger.verifyPrivateMapKey(key),
      () => signer.verifyUserSig(key),
      () => signer.verifyUserSig(`${userSig}x`),
      () => signer.verifyUserSig(userSig.slice(0, -8)),
      () => signer.verifyUserSig(userSig.slice(0, -4)),
      () => signer.verifyUserSig(`${userSig.slice(0, -4)}é___`),
      () => signer.verifyUserSig(`${key.slice(0, 100)}${userSig.slice(100)}`),
      () => lib.decodeUserSig(userSig),
      () => lib.decodeUserSig(withBuffer),
    ]
    const secrets = [userSig, key, withBuffer].flatMap((ticket) => secretsOf(lib, ticket))
    secrets.push(Buffer.from(KEY), Buffer.from(USER_BUF.subarray(0, 12)))
    secrets.push(Buffer.from('alice-in-wonderland'), Buffer.from('behind-the-looking-glass'))
    expect(lastingBytes().length).toBeGreaterThan(20)
    for (const [index, attempt] of attempts.entries()) {
      try {
        attempt()
      } catch (error) {
        expect(error).toBeInstanceOf(lib.UserSigError)
      }
      for (const bytes of lastingBytes()) {
        const found = secrets.findIndex((secret) => bytes.includes(secret))
        expect({ attempt: index, found }).toEqual({ attempt: index, found: -1 })
      }
    }
  })
})

/** Pieces of a ticket: of its text, of its zlib data, of its signature in each form. */
function secretsOf(lib: typeof import('../src/index.ts'), ticket: string): Buffer[] {
  const { document, signedContent } = lib.decodeUserSig(ticket)
  const signature = JSON.parse(document)['TLS.sig'] as string
  const mac = createHmac('sha256', KEY).update(signedContent).digest()
  expect(mac.toString('base64')).toBe(signature)
  const packed = Buffer.from(fromTicket(ticket))
  return [
    Buffer.from(ticket.slice(-24)),
    packed.subarray(-24, -8),
    Buffer.from(signature.slice(4, 24)),
    mac.subarray(0, 12),
    mac.subarray(20),
  ]
}
