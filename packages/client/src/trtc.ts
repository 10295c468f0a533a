/**
 * Gives the calls of the TRTC Web SDK their tickets.
 *
 * @module
 */

import type { UserSigSource } from './options.ts'
import { type Kinds, readOptions } from './strict.ts'
import type { IssuedTickets, Room } from './tickets.ts'

/** The part of `TRTC.create()` of `trtc-sdk-v5` that is used. */
export interface TrtcSdk {
  /** Enters a room. */
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types are taken over from the instance
  enterRoom(config: any): Promise<void>
  /** Becomes `anchor` or `audience`. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  switchRole(role: any, options?: any): Promise<void>
  /** Leaves the room for another. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  switchRoom(config: any): Promise<void>
}

interface TrtcTicket {
  sdkAppId: number
  userId: string
  userSig: string
  privateMapKey?: string
}

/** An enum of the SDK, or the string value of its members. */
type Text<T> = T extends string ? T | `${T}` : T
type Texts<T> = { [Name in keyof T]: Text<T[Name]> }
type Without<T, Keys extends PropertyKey> = T extends unknown ? Texts<Omit<T, Keys>> : never

/** The SDK's options for entering the room, without the tickets. */
export type EnterConfig<Sdk extends TrtcSdk> = Without<
  Parameters<Sdk['enterRoom']>[0],
  keyof TrtcTicket | 'roomId' | 'strRoomId'
> &
  Room

/** Options of {@link bindTrtc}. */
export interface TrtcOptions {
  /** `false` where the application does not use advanced permission control. @defaultValue true */
  readonly privateMapKey?: boolean
}

/** The calls of the SDK that need tickets, with tickets. */
export interface TrtcRooms<Sdk extends TrtcSdk> {
  /**
   * `trtc.enterRoom` with the UserSig and the PrivateMapKey of the room.
   *
   * @param config - The room, and the SDK's other options.
   * @throws UserSigSourceError if there are no tickets; errors of the SDK.
   */
  enterRoom(config: EnterConfig<Sdk>): Promise<void>
  /**
   * `trtc.switchRole` with a fresh PrivateMapKey: the endpoint may grant the new role other rights.
   *
   * @param role - The new role.
   * @param options - The SDK's other options.
   * @throws UserSigSourceError if there are no tickets; errors of the SDK.
   */
  switchRole(role: Text<Parameters<Sdk['switchRole']>[0]>, options?: { latencyLevel?: number }): Promise<void>
  /**
   * `trtc.switchRoom` with a fresh PrivateMapKey of the other room: a key of an earlier visit may have other rights.
   *
   * @param room - The other room.
   * @throws UserSigSourceError if there are no tickets; errors of the SDK.
   */
  switchRoom(room: Room): Promise<void>
}

const TRTC_KINDS = { privateMapKey: 'boolean' } satisfies Kinds<TrtcOptions>

const nameOf = ({ roomId, strRoomId }: Room): Room => (strRoomId === undefined ? { roomId } : { strRoomId })

/**
 * Gives the calls of the TRTC Web SDK the tickets that they need. No PrivateMapKey is sent twice, and after a refusal
 * no UserSig either.
 *
 * Each call throws a UserSigSourceError if there are no tickets, and otherwise what the SDK throws.
 *
 * @param trtc - What `TRTC.create()` returned.
 * @param source - What `createUserSigSource` returned.
 * @param options - Whether the application uses advanced permission control.
 * @throws TypeError for a name that is not an option, and a value of the wrong type.
 * @example
 * const rooms = bindTrtc(trtc, source)
 * await rooms.enterRoom({ roomId: 10000, scene: 'live', role: 'audience' })
 * await rooms.switchRole('anchor')
 */
export function bindTrtc<Sdk extends TrtcSdk>(trtc: Sdk, source: UserSigSource, options?: TrtcOptions): TrtcRooms<Sdk> {
  const { privateMapKey: withKey = true } = readOptions(options, TRTC_KINDS)
  const spent = new WeakSet<IssuedTickets>()
  let current: Room | undefined

  /** Makes a call with tickets that were not spent. */
  async function call(
    room: Room | undefined,
    fresh: boolean,
    send: (ticket: TrtcTicket) => Promise<void>,
  ): Promise<void> {
    const asked = withKey ? { room } : {}
    let tickets = fresh ? undefined : await source.get(asked)
    if (!tickets || spent.has(tickets)) tickets = await source.refresh(asked)
    if (withKey) spent.add(tickets)
    const { sdkAppId, userId, userSig, privateMapKey } = tickets
    try {
      await send({ sdkAppId, userId, userSig, ...(withKey && privateMapKey && { privateMapKey }) })
    } catch (error) {
      spent.add(tickets)
      throw error
    }
  }

  return {
    async enterRoom(config) {
      const room = nameOf(config)
      await call(room, false, (ticket) => trtc.enterRoom({ ...config, ...ticket }))
      current = room
    },
    async switchRole(role, options) {
      if (!withKey) return await trtc.switchRole(role, options)
      await call(current, true, ({ privateMapKey }) =>
        trtc.switchRole(role, { ...options, ...(privateMapKey && { privateMapKey }) }),
      )
    },
    async switchRoom(config) {
      const room = nameOf(config)
      await call(room, false, ({ userSig, privateMapKey }) =>
        trtc.switchRoom({ ...room, userSig, ...(privateMapKey && { privateMapKey }) }),
      )
      current = room
    },
  }
}
