/** The room of a PrivateMapKey: a number or a string, as for `enterRoom`; 123 and "123" are two rooms. */
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

/** The required fields of an answer of any server. Room and time of issue are optional. */
export interface TicketAnswer {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** UserID that logs in. */
  readonly userId: string
  /** The ticket for `login`. */
  readonly userSig: string
  /** The ticket for `enterRoom` and `switchRole`, where a room was asked for. */
  readonly privateMapKey?: string | undefined
  /** The numeric room of the PrivateMapKey. @defaultValue the room that was asked for */
  readonly roomId?: number | undefined
  /** The string room of the PrivateMapKey. @defaultValue the room that was asked for */
  readonly strRoomId?: string | undefined
  /** The rights in the room, by name. */
  readonly privileges?: readonly string[] | undefined
  /** When the tickets were issued, in Unix seconds of the server's clock. @defaultValue the moment of the answer */
  readonly issuedAt?: number | undefined
  /** How long they are valid, in seconds. @defaultValue from `issuedAt` to `expiresAt` */
  readonly expire?: number | undefined
  /** Last second in which they are valid, in Unix seconds. @defaultValue `issuedAt` + `expire` */
  readonly expiresAt?: number | undefined
}

/** The tickets of one user; times are in Unix seconds of the server's clock. */
export interface IssuedTickets {
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

/** The body that asks for a room; it names the room among those that are kept, too. */
export const toBody = (room?: { roomId?: number | undefined; strRoomId?: string | undefined }): string =>
  JSON.stringify(room ?? {}, ['roomId', 'strRoomId'])

/**
 * The tickets in an answer, or in what a storage held; a text tells what is wrong with it.
 *
 * @param now - When they were issued, if the answer does not say it.
 */
export function readTickets(
  answer: unknown,
  room: Room | undefined,
  user: string | undefined,
  now: number,
): IssuedTickets | string {
  const given = Object(answer) as IssuedTickets
  const { userId, issuedAt = now, expiresAt = issuedAt + given.expire } = given
  const found = { ...given, ...room, issuedAt, expiresAt, expire: expiresAt - issuedAt }
  const needed = { sdkAppId: 1, userId: '', userSig: '', issuedAt: 1, expire: 1, ...(room && { privateMapKey: '' }) }
  for (const [name, like] of Object.entries(needed)) {
    const value = found[name as keyof typeof needed]
    if (!value || typeof value !== typeof like) return `no valid ${name}`
  }
  if (user && userId !== user) return `tickets of ${userId}, not of ${user}`
  // An answer that names no room is for the one that was asked for.
  const named = toBody({ ...room, ...given })
  return named === toBody(room) ? (found as IssuedTickets) : `tickets for the room ${named}`
}
