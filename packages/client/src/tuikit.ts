/**
 * Keeps a user logged in to TUIKit, whose parts share the login of TUICore.
 *
 * @module
 */
import type { UserSigSource } from './options.ts'
import { keepLoggedIn, type LoginOptions, type LoginSdk, type LoginSession } from './session.ts'

export type { LoginCause, LoginOptions, LoginSession, LoginState, LoginStatus } from './session.ts'

/** The part of `@tencentcloud/tui-core` or `@tencentcloud/tui-core-lite` that is used. */
export interface TuiCore {
  /** Logs in to all of TUIKit. */
  readonly TUILogin: {
    /** Logs in. */
    // biome-ignore lint/suspicious/noExplicitAny: each edition has parameters of its own
    login(options: any): Promise<unknown>
  }
  /** Hands on events. */
  readonly TUICore: {
    /** Listens to an event. */
    registerEvent(event: string, key: string, listener: object): void
    /** Listens no longer. */
    unregisterEvent(event: string, key: string, listener: object): void
  }
  /** The names of events. */
  readonly TUIConstants: {
    /** Those of the login. */
    readonly TUILogin: {
      /** Events. */
      readonly EVENT: {
        /** The login changed. */
        readonly LOGIN_STATE_CHANGED: string
      }
      /** The change. */
      readonly EVENT_SUB_KEY: {
        /** The user was logged out. */
        readonly USER_KICKED_OFFLINE: string
        /** The UserSig ran out. */
        readonly USER_SIG_EXPIRED: string
      }
    }
  }
}

/**
 * Logs in to TUIKit with `TUILogin.login`, and keeps the user logged in until `stop()`, as `loginChat` does for Chat.
 *
 * @param core - The module `@tencentcloud/tui-core`: `import * as core from '@tencentcloud/tui-core'`.
 * @param source - What `createUserSigSource` returned.
 * @param params - The other parameters of `TUILogin.login`.
 * @param options - How failures are explained.
 * @throws TypeError for a name that is not an option, and a value of the wrong type.
 * @example
 * const session = loginTuiKit({ TUILogin, TUICore, TUIConstants }, source)
 * await session.ready()
 */
export function loginTuiKit<Core extends TuiCore>(
  { TUILogin, TUICore, TUIConstants }: Core,
  source: UserSigSource,
  params: Partial<Parameters<Core['TUILogin']['login']>[0]> = {},
  options?: LoginOptions,
): LoginSession {
  const { LOGIN_STATE_CHANGED } = TUIConstants.TUILogin.EVENT
  const { USER_SIG_EXPIRED, USER_KICKED_OFFLINE } = TUIConstants.TUILogin.EVENT_SUB_KEY
  const sdk: LoginSdk = {
    login: ({ sdkAppId, userId, userSig }) =>
      TUILogin.login({ ...params, SDKAppID: sdkAppId, userID: userId, userSig }),
    listen({ expired, kicked }) {
      // Version 2.5.1 tells every listener of an event all of its keys.
      const listener = {
        onNotifyEvent(_event: string, key: string) {
          if (key === USER_SIG_EXPIRED) expired()
          else if (key === USER_KICKED_OFFLINE) kicked(key)
        },
      }
      const keys = [USER_SIG_EXPIRED, USER_KICKED_OFFLINE]
      for (const key of keys) TUICore.registerEvent(LOGIN_STATE_CHANGED, key, listener)
      return () => {
        for (const key of keys) TUICore.unregisterEvent(LOGIN_STATE_CHANGED, key, listener)
      }
    },
  }
  return keepLoggedIn(source, sdk, options)
}
