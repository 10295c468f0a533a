/**
 * Keeps a user logged in to TUIRoomEngine, the engine of TUIRoomKit and TUILiveKit.
 *
 * @module
 */
import type { UserSigSource } from './options.ts'
import { keepLoggedIn, type LoginOptions, type LoginSdk, type LoginSession } from './session.ts'

export type { LoginCause, LoginOptions, LoginSession, LoginState, LoginStatus } from './session.ts'

/** The part of the class `TUIRoomEngine` of `@tencentcloud/tuiroom-engine-js` that is used. */
export interface RoomEngineClass {
  /** Logs in. */
  login(options: { sdkAppId: number; userId: string; userSig: string }): Promise<unknown>
}

/** The part of an instance that is used. */
export interface RoomEngine {
  /** Listens to an event. */
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types differ for each event
  on(event: any, handler: (...args: any[]) => void): unknown
  /** Listens no longer. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  off(event: any, handler: (...args: any[]) => void): unknown
}

/** `TUIRoomEvents.onUserSigExpired` and `.onKickedOffLine`. */
const USERSIG_EXPIRED = 'onUserSigExpired'
const KICKED_OFFLINE = 'onKickedOffLine'

/**
 * Logs in to TUIRoomEngine, and keeps the user logged in until `stop()`, as `loginChat` does for Chat.
 *
 * @param engineClass - `TUIRoomEngine`.
 * @param engine - An instance of it, which reports the events.
 * @param source - What `createUserSigSource` returned.
 * @param options - How failures are explained.
 * @throws TypeError for a name that is not an option, and a value of the wrong type.
 * @example
 * const session = loginRoomEngine(TUIRoomEngine, new TUIRoomEngine(), source)
 * await session.ready()
 */
export function loginRoomEngine(
  engineClass: RoomEngineClass,
  engine: RoomEngine,
  source: UserSigSource,
  options?: LoginOptions,
): LoginSession {
  const sdk: LoginSdk = {
    login: ({ sdkAppId, userId, userSig }) => engineClass.login({ sdkAppId, userId, userSig }),
    listen({ expired, kicked }) {
      const onKick = ({ message = KICKED_OFFLINE }: { message?: string } = {}) => kicked(message)
      engine.on(USERSIG_EXPIRED, expired)
      engine.on(KICKED_OFFLINE, onKick)
      return () => {
        engine.off(USERSIG_EXPIRED, expired)
        engine.off(KICKED_OFFLINE, onKick)
      }
    },
  }
  return keepLoggedIn(source, sdk, options)
}
