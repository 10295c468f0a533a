/** The room of a PrivateMapKey: a number or a string, as `enterRoom` takes it; 123 and "123" are two rooms. */
export type Room =
  | {
      /** Number of the room, from 1 to 4294967294. */
      readonly roomId: number
      readonly strRoomId?: undefined
    }
  | StringRoom

/** A room with a name. */
interface StringRoom {
  /** Name of the room, 1 to 64 bytes. */
  readonly strRoomId: string
  readonly roomId?: undefined
}

/** What the endpoint issues; times are in Unix seconds of the server's clock. */
export interface Credentials {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** UserID that logs in. */
  readonly userId: string
  /** The ticket for `login`. */
  readonly userSig: string
  /** The ticket for `enterRoom` and `switchRole`, where a room was asked for. */
  readonly privateMapKey?: string
  /** The numeric room of the PrivateMapKey. */
  readonly roomId?: number
  /** The string room of the PrivateMapKey. */
  readonly strRoomId?: string
  /** The rights in the room, by name. */
  readonly privileges?: readonly string[]
  /** When the tickets were issued, in Unix seconds. */
  readonly issuedAt: number
  /** How long they are valid, in seconds. */
  readonly expire: number
  /** Last second in which they are valid, in Unix seconds. */
  readonly expiresAt: number
}

/** The body that asks for a room; it names the room among cached sets, too. */
export const toBody = (room?: { roomId?: number | undefined; strRoomId?: string | undefined }): string =>
  JSON.stringify(room ?? {}, ['roomId', 'strRoomId'])

/** Whether an answer, or what a storage held, is a set of credentials of the user and for the room asked for. */
export function isCredentials(value: unknown, room?: Room, userId?: string): value is Credentials {
  const set = value as Credentials | null
  return !!(
    set?.sdkAppId &&
    set.userSig &&
    set.userId &&
    set.userId === (userId ?? set.userId) &&
    set.issuedAt > 0 &&
    toBody(set) === toBody(room) &&
    !set.privateMapKey === !room
  )
}
