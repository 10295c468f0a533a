import { decodeUtf8, encodeUtf8, utf8Length, writeUtf8 } from './text.ts'

/**
 * The binary record of room rights inside of a PrivateMapKey, all numbers big-endian:
 * version (1: 0 numeric room, 1 string room) · account length (2) · account · SDKAppID (4) · roomId (4) ·
 * expiry (4, absolute Unix seconds) · privilege map (4) · account type (4) [· string room length (2) · string room].
 * Source: official TLSSigAPI.go, genUserBuf().
 */
export interface RoomRecord {
  /** The record itself, and how many bytes of it are the account. */
  readonly bytes: Uint8Array
  readonly accountBytes: number
  readonly sdkAppId: number
  readonly roomId: number
  /** `undefined` in version 0. */
  readonly strRoomId: string | undefined
  readonly expiresAt: number
  readonly privilegeMap: number
  readonly accountType: number
}

const FIXED_BYTES = 23
const ACCOUNT_AT = 3

/** What a record says beside the account. */
export type RoomRights = Pick<RoomRecord, 'sdkAppId' | 'roomId' | 'strRoomId' | 'expiresAt' | 'privilegeMap'>

/** The record of a checked UserID and room. */
export function encodeRoomRecord(userId: string, rights: RoomRights): Uint8Array {
  const { strRoomId } = rights
  const accountBytes = utf8Length(userId)
  const roomBytes = strRoomId === undefined ? 0 : 2 + utf8Length(strRoomId)
  const bytes = new Uint8Array(FIXED_BYTES + accountBytes + roomBytes)
  writeUint16(bytes, 1, accountBytes)
  const accountEnd = writeUtf8(userId, bytes, ACCOUNT_AT)
  writeUint32(bytes, accountEnd, rights.sdkAppId)
  writeUint32(bytes, accountEnd + 4, rights.roomId)
  writeUint32(bytes, accountEnd + 8, rights.expiresAt)
  writeUint32(bytes, accountEnd + 12, rights.privilegeMap)
  // The account type is always 0.
  if (strRoomId === undefined) return bytes
  bytes[0] = 1
  const end = accountEnd + 20
  writeUint16(bytes, end, roomBytes - 2)
  writeUtf8(strRoomId, bytes, end + 2)
  return bytes
}

function writeUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8
  bytes[at + 1] = value & 255
}

function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  writeUint16(bytes, at, value >>> 16)
  writeUint16(bytes, at + 2, value & 0xffff)
}

function readUint16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!
}

function readUint32(bytes: Uint8Array, at: number): number {
  return ((readUint16(bytes, at) << 16) | readUint16(bytes, at + 2)) >>> 0
}

/** The record in a user buffer, or `undefined` when it is something else. */
export function decodeRoomRecord(bytes: Uint8Array): RoomRecord | undefined {
  const version = bytes[0]
  if (bytes.length < FIXED_BYTES || (version !== 0 && version !== 1)) return undefined
  const words = ACCOUNT_AT + readUint16(bytes, 1)
  const end = words + 20
  const roomBytes = version === 1 && bytes.length >= end + 2 ? readUint16(bytes, end) : undefined
  const expectedLength = version === 0 ? end : end + 2 + (roomBytes ?? 0)
  if (bytes.length !== expectedLength) return undefined
  return {
    bytes,
    accountBytes: words - ACCOUNT_AT,
    sdkAppId: readUint32(bytes, words),
    roomId: readUint32(bytes, words + 4),
    strRoomId: version === 1 ? decodeRoomName(bytes.subarray(end + 2)) : undefined,
    expiresAt: readUint32(bytes, words + 8),
    privilegeMap: readUint32(bytes, words + 12),
    accountType: readUint32(bytes, words + 16),
  }
}

/** Go, PHP and C++ write UTF-8; Java, Node and Python the low byte of each character. */
function decodeRoomName(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes, 'the string room')
  } catch {
    return String.fromCharCode(...bytes)
  }
}

/**
 * Whether the account in a record stands for a UserID: in UTF-8 as Go, PHP and C++ write it, as the low byte of each
 * UTF-16 unit (Java, Node, Python), or as UTF-8 cut off after as many bytes as there are units (C#).
 */
export function isAccountOf({ bytes, accountBytes }: RoomRecord, userId: string): boolean {
  if (accountBytes === userId.length && standsThere(userId, bytes)) return true
  const utf8 = encodeUtf8(userId)
  if (accountBytes !== utf8.length && accountBytes !== userId.length) return false
  const account = bytes.subarray(ACCOUNT_AT, ACCOUNT_AT + accountBytes)
  return (
    account.every((byte, i) => byte === utf8[i]) || account.every((byte, i) => byte === (userId.charCodeAt(i) & 255))
  )
}

/** Whether the account is a UserID of ASCII. */
function standsThere(userId: string, bytes: Uint8Array): boolean {
  for (let i = 0; i < userId.length; i++) {
    const unit = userId.charCodeAt(i)
    if (unit > 0x7f || unit !== bytes[ACCOUNT_AT + i]) return false
  }
  return true
}
