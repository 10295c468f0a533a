import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import * as lib from '../src/index.ts'
import { fromTicket, toTicket } from './cases/craft.ts'
import { APP, KEY, NOW } from './cases/setting.ts'

export { APP, KEY, lib, NOW }

const isWellFormed = (text: string) => Buffer.from(text).toString() === text

const CONTROL = /[\p{Cc}\u2028\u2029]/u

/** UserIDs that can be signed: any characters, astral ones among them, that fit into 32 bytes. */
export const anyUserId = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 32 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom('"', '\\', '/', '<', '&', ' ', ':', '\u{1f511}', 'é', '用'),
      minLength: 1,
      maxLength: 10,
    }),
  )
  .filter((userId) => !CONTROL.test(userId) && isWellFormed(userId) && Buffer.byteLength(userId) <= 32)

export const asciiUserId = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 32 })
export const anyExpire = fc.oneof(fc.integer({ min: 1, max: 1_576_800_000 }), fc.constantFrom(1, 86_400, 1_576_800_000))
export const anyTime = fc.integer({ min: 0, max: 2_000_000_000 })
export const anySdkAppId = fc.oneof(fc.integer({ min: 1, max: 4_294_967_295 }), fc.constantFrom(1, 4_294_967_295))
export const anyKey = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 100 })
  .filter((key) => key.trim() === key && isWellFormed(key) && !key.startsWith('-----BEGIN'))

/** As we pack, as the official program for Go does, and as the others do. */
export const PACKINGS = ['as signed', 'stored', 'zlib'] as const
export const anyPacking = fc.constantFrom(...PACKINGS)

/** The same document in another packing. */
export function repack(ticket: string, packing: (typeof PACKINGS)[number]): string {
  if (packing === 'as signed') return ticket
  return toTicket(deflateSync(inflateSync(fromTicket(ticket)), { level: packing === 'stored' ? 0 : 6 }))
}
export const anyUserBuf = fc.uint8Array({ minLength: 1, maxLength: 1024 })

const STR_ROOM_CHARACTERS = [...'abyzABYZ0189 !#$%&()+-:;<=.>?@[]^_{}|~,']
export const documentedRoom = fc.string({ unit: fc.constantFrom(...STR_ROOM_CHARACTERS), minLength: 1, maxLength: 64 })
export const anyRoom = fc.oneof(
  fc.record({ roomId: fc.integer({ min: 1, max: 4_294_967_294 }) }),
  fc.record({ strRoomId: documentedRoom }),
  fc.record({
    strRoomId: fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .filter((room) => isWellFormed(room) && Buffer.byteLength(room) <= 64),
  }),
)

/** A signer whose clock stands still at NOW. */
export function signerWith(options: { sdkAppId?: number; secretKey?: string } = {}) {
  return lib.createUserSigner({ sdkAppId: APP, secretKey: KEY, strRoomIdRule: 'any', now: () => NOW, ...options })
}
