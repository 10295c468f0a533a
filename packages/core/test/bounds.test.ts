import { describe, expect, it } from 'vitest'
import * as lib from '../src/index.ts'
import { APP, KEY } from './support.ts'

/*
 * What is far too large is refused before anything is done with it, and in a message that does not repeat it.
 */

const signer = lib.createUserSigner({ sdkAppId: APP, secretKey: KEY })
const HUGE = 'a'.repeat(50_000_000)

const refusals: readonly (readonly [what: string, run: () => unknown])[] = [
  ['a UserID', () => signer.genUserSig(HUGE)],
  ['a UserID of other characters', () => signer.genUserSig('用'.repeat(1_000_000))],
  ['a UserID to be mapped', () => lib.toUserId(HUGE)],
  ['a room name', () => signer.genPrivateMapKey('a', { strRoomId: HUGE })],
  ['a room number', () => signer.genPrivateMapKey('a', { roomId: HUGE as never })],
  ['a preset', () => lib.toPrivilegeMap(HUGE as never)],
  ['a list of rights', () => lib.toPrivilegeMap(new Array(5_000_000).fill('enterRoom'))],
  ['a lifetime', () => signer.genUserSig('a', { expire: HUGE as never })],
  ['a lifetime of many digits', () => signer.genUserSig('a', { expire: (10n ** 2_000_000n) as never })],
  ['a key', () => lib.createUserSigner({ sdkAppId: APP, secretKey: HUGE })],
  ['an SDKAppID', () => lib.createUserSigner({ sdkAppId: '1'.repeat(50_000_000), secretKey: KEY })],
  ['a ticket', () => signer.verifyUserSig(HUGE)],
  ['a ticket to be decoded', () => lib.decodeUserSig(HUGE)],
  ['a user buffer', () => signer.genUserSig('a', { userBuf: new Uint8Array(50_000_000) })],
]

describe('values without bound', () => {
  it.each(refusals)('%s is refused, in a short message', (_, run) => {
    let error: unknown
    try {
      run()
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(lib.UserSigError)
    expect((error as Error).message.length).toBeLessThan(400)
  })

  it('a list of rights is not read', () => {
    let reads = 0
    const list = new Proxy(new Array(1000).fill('enterRoom'), {
      get(target, name) {
        if (name !== 'length') reads++
        return Reflect.get(target, name)
      },
    })
    expect(() => lib.toPrivilegeMap(list)).toThrow('holds 1000 names')
    expect(reads).toBe(0)
  })

  it('a user buffer is not copied', () => {
    const large = new Uint8Array(1025)
    Object.defineProperty(large, Symbol.iterator, {
      get() {
        throw new Error('it is read')
      },
    })
    expect(() => signer.genUserSig('a', { userBuf: large })).toThrow('has 1025 bytes')
  })

  it('what is not a UUID digit by digit is no UUID', () => {
    expect(lib.fromUuidUserId(HUGE)).toBe(undefined)
  })
})
