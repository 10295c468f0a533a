/**
 * Drop-in for the official package `tls-sig-api-v2`.
 *
 * @module
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { toPrivilegeMap, UserSigError } from '@usersig/core'
import {
  checkExpire,
  checkRoom,
  checkSdkAppId,
  checkUserBuf,
  checkUserId,
  readSecretKeys,
} from '@usersig/core/internal'

/** Latest second that a room record can hold. */
const MAX_UNIX_SECONDS = 4_294_967_295

// Tickets have up to a few hundred bytes; zlib's default is a buffer of 16 KiB for each.
const DEFLATE_OPTIONS = { chunkSize: 1024 }

/**
 * Drop-in for the class of the official package `tls-sig-api-v2`: for the same input at the same second it returns the
 * same string, byte for byte.
 *
 * Input that is not valid throws a `UserSigError`, where the official package signs a ticket that no server accepts, or
 * one that means something else.
 *
 * New code has less to watch out for with `createUserSigner` of `@usersig/core`.
 *
 * @example
 * ```ts
 * import { Api } from '@usersig/node/compat'
 *
 * const api = new Api(1400000000, secretKey)
 * const userSig = api.genUserSig('alice', 86400)
 * ```
 */
export class Api {
  /** SDKAppID of the application. */
  readonly sdkappid: number
  readonly #key: KeyObject

  /**
   * @param sdkappid SDKAppID of the application, a number from 1 to 4294967295, or its decimal digits as text
   * @param key SDKSecretKey of the same application
   * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
   */
  constructor(sdkappid: number | string, key: string | undefined) {
    this.sdkappid = checkSdkAppId(sdkappid)
    const [bytes] = readSecretKeys([key])
    this.#key = createSecretKey(bytes as Uint8Array)
  }

  /**
   * A UserSig, optionally with a user buffer.
   *
   * @param userid UserID, 1 to 32 bytes
   * @param expire how long the ticket is valid, in seconds, from 1 to 1 576 800 000
   * @param userBuf bytes to sign, 1 to 1024, or a string, encoded as UTF-8
   * @returns the ticket
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_user_buf`
   */
  genSig(userid: string, expire: number, userBuf?: Uint8Array | string | null): string {
    checkUserId(userid, 'chat')
    checkExpire(expire)
    return this.#sign(userid, now(), expire, toBase64(userBuf))
  }

  /**
   * A UserSig: the ticket to log in with.
   *
   * @param userid UserID, 1 to 32 bytes
   * @param expire how long the ticket is valid, in seconds, from 1 to 1 576 800 000
   * @throws UserSigError `invalid_user_id`, `invalid_expire`
   */
  genUserSig(userid: string, expire: number): string {
    return this.genSig(userid, expire, null)
  }

  /**
   * A PrivateMapKey for a numeric room.
   *
   * @param userid UserID, 1 to 32 bytes
   * @param expire how long the ticket is valid, in seconds, from 1 to 1 576 800 000
   * @param roomid number of the room, from 1 to 4294967294
   * @param privilegeMap rights as bits from 0 to 255
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_room`, `invalid_privileges`
   */
  genPrivateMapKey(userid: string, expire: number, roomid: number, privilegeMap: number): string {
    checkUserId(userid, 'chat')
    checkRoom({ roomId: given(roomid) }, 'any')
    return this.#signRoom(userid, expire, roomid, undefined, privilegeMap)
  }

  /**
   * A PrivateMapKey for a string room. Room `"123"` is another room than 123.
   *
   * @param userid UserID, 1 to 32 bytes
   * @param expire how long the ticket is valid, in seconds, from 1 to 1 576 800 000
   * @param roomstr name of the room, 1 to 64 bytes
   * @param privilegeMap rights as bits from 0 to 255
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_room`, `invalid_privileges`
   */
  genPrivateMapKeyWithStringRoomID(userid: string, expire: number, roomstr: string, privilegeMap: number): string {
    checkUserId(userid, 'chat')
    checkRoom({ strRoomId: given(roomstr) }, 'any')
    return this.#signRoom(userid, expire, 0, roomstr, privilegeMap)
  }

  #signRoom(userid: string, expire: number, roomid: number, roomstr: string | undefined, privileges: number): string {
    checkExpire(expire)
    if (typeof privileges !== 'number') {
      throw new UserSigError('invalid_privileges', 'privilegeMap is not a number: pass bits from 0 to 255')
    }
    const time = now()
    const expiresAt = time + expire
    if (expiresAt > MAX_UNIX_SECONDS) {
      throw new UserSigError('invalid_expire', 'expire reaches beyond the year 2106, the last a room record can hold')
    }
    const record = roomRecord([this.sdkappid, roomid, expiresAt, toPrivilegeMap(privileges), 0], userid, roomstr)
    return this.#sign(userid, time, expire, record.toString('base64'))
  }

  #sign(userid: string, time: number, expire: number, userBuf: string | undefined): string {
    const { sdkappid } = this
    const signedBuf = userBuf === undefined ? '' : `TLS.userbuf:${userBuf}\n`
    const content = `TLS.identifier:${userid}\nTLS.sdkappid:${sdkappid}\nTLS.time:${time}\nTLS.expire:${expire}\n${signedBuf}`
    const document = JSON.stringify({
      'TLS.ver': '2.0',
      'TLS.identifier': userid,
      'TLS.sdkappid': sdkappid,
      'TLS.time': time,
      'TLS.expire': expire,
      'TLS.userbuf': userBuf,
      'TLS.sig': createHmac('sha256', this.#key).update(content).digest('base64'),
    })
    const packed = deflateSync(document, DEFLATE_OPTIONS).toString('base64')
    return packed.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_')
  }
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}

/** A room that was left out means none; it does not ask for another kind of room. */
function given<T>(room: T): T | null {
  return room === undefined ? null : room
}

function toBase64(userBuf: Uint8Array | string | null | undefined): string | undefined {
  if (userBuf === undefined || userBuf === null) return undefined
  const bytes = checkUserBuf(typeof userBuf === 'string' ? Buffer.from(userBuf) : userBuf)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/**
 * The record of room rights as the official Node.js package writes it: of each UTF-16 unit of the account and the room
 * the low byte, while `@usersig/core` writes UTF-8 as the official Go, PHP and C++ programs do. For ASCII they are equal.
 * Source: official TLSSigAPIv2.js, _genUserbuf().
 */
function roomRecord(words: readonly number[], account: string, room: string | undefined): Buffer {
  const roomBytes = room === undefined ? 0 : 2 + room.length
  const record = Buffer.alloc(3 + account.length + 4 * words.length + roomBytes)
  record[0] = room === undefined ? 0 : 1
  record.writeUInt16BE(account.length, 1)
  let end = 3 + record.write(account, 3, 'latin1')
  for (const word of words) end = record.writeUInt32BE(word, end)
  if (room !== undefined) record.write(room, record.writeUInt16BE(room.length, end), 'latin1')
  return record
}
