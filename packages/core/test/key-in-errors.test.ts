import { describe, expect, it } from 'vitest'
import { createUserSigEndpoint } from '../src/endpoint/index.ts'
import { createUserSigner, decodeUserSig, toUserId } from '../src/index.ts'
import { createRevocations } from '../src/revocation/index.ts'

/* A key that was cut, or stands in the place of something else, is in no error. */

const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: 'the key of these tests' })
const ticket = signer.genUserSig('alice')

/** Calls that fail, with the piece in the place of something else. */
const PLACES: Record<string, (piece: string) => unknown> = {
  'the SDKAppID': (piece) => createUserSigner({ sdkAppId: piece as never, secretKey: 'x' }),
  'the lifetime': (piece) => createUserSigner({ sdkAppId: 1, secretKey: 'x', expire: piece as never }),
  'the name of an option': (piece) => createUserSigner({ sdkAppId: 1, secretKey: 'x', [piece]: 1 } as never),
  'a rule': (piece) => createUserSigner({ sdkAppId: 1, secretKey: 'x', userIdRule: piece as never }),
  'a key with a space': (piece) => createUserSigner({ sdkAppId: 1, secretKey: `${piece} ` }),
  'a UserID of a line': (piece) => signer.genUserSig(`${piece}\n`),
  'the moment': (piece) => signer.genUserSig('alice', { now: piece as never }),
  'a room': (piece) => signer.genPrivateMapKey('alice', { roomId: piece as never }),
  rights: (piece) => signer.genPrivateMapKey('alice', { roomId: 7, privileges: piece as never }),
  'a ticket': (piece) => decodeUserSig(piece),
  'the user of a ticket': (piece) => signer.verifyUserSig(ticket, { userId: piece }),
  'an id': (piece) => toUserId(piece as never, piece as never),
  credentials: (piece) => createUserSigEndpoint({ credentials: piece as never, authenticate: () => 'alice' }),
  'the prefix of kicks': (piece) => createRevocations({ [piece]: piece } as never),
}

describe.each([16, 31, 32, 33, 39, 40, 64])('%i digits of a key', (length) => {
  const piece = KEY.slice(0, length)

  it.each(Object.keys(PLACES))('in the place of %s are not repeated', (place) => {
    let thrown: unknown
    try {
      PLACES[place]?.(piece)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Error)
    for (let error = thrown; error instanceof Error; error = error.cause) {
      expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(piece.slice(0, 12))
    }
  })
})
