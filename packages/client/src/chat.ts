/**
 * Keeps a user logged in to Chat.
 *
 * @module
 */
import type { UserSigSource } from './options.ts'
import { keepLoggedIn, type LoginOptions, type LoginSdk, type LoginSession } from './session.ts'

export type { LoginCause, LoginOptions, LoginSession, LoginState, LoginStatus } from './session.ts'

/**
 * The part of `TencentCloudChat.create()` that is used: the same in `@tencentcloud/chat` and `@tencentcloud/lite-chat`.
 */
export interface ChatSdk {
  /** Logs in. */
  login(options: { userID: string; userSig: string }): Promise<unknown>
  // The SDK's own types say no more than this.
  /** Listens to an event. */
  // biome-ignore lint/complexity/noBannedTypes: a narrower type would not accept the SDK
  on(event: string, handler: Function): void
  /** Listens no longer. */
  // biome-ignore lint/complexity/noBannedTypes: as above
  off(event: string, handler: Function): void
}

/** `TencentCloudChat.EVENT.KICKED_OUT`, `.NET_STATE_CHANGE`, and values of `TencentCloudChat.TYPES`. */
const KICKED_OUT = 'kickedOut'
const NET_STATE_CHANGE = 'netStateChange'
const USERSIG_EXPIRED = 'userSigExpired'
const DISCONNECTED = 'disconnected'

/**
 * Logs in to Chat, and keeps the user logged in until `stop()`: with a fresh ticket whenever the SDK logs the user out
 * because the ticket ran out, and again, after pauses of 30 seconds at most, whenever that fails. The source is kept
 * fresh meanwhile, so that the next ticket is at hand. A user who was kicked, or who logged in elsewhere, stays out.
 *
 * @param chat - What `TencentCloudChat.create({ SDKAppID })` returned.
 * @param source - What `createUserSigSource` returned.
 * @param options - How failures are explained.
 * @throws TypeError for a name that is not an option, and a value of the wrong type.
 * @example
 * const session = loginChat(chat, source)
 * session.subscribe(({ state, reason }) => console.log(state, reason))
 */
export function loginChat(chat: ChatSdk, source: UserSigSource, options?: LoginOptions): LoginSession {
  const sdk: LoginSdk = {
    login: ({ userId, userSig }) => chat.login({ userID: userId, userSig }),
    listen({ expired, kicked, network }) {
      const onKick = ({ data }: { data?: { type?: string } }) =>
        data?.type === USERSIG_EXPIRED ? expired() : kicked(data?.type)
      const onNetwork = ({ data }: { data?: { state?: string } }) =>
        network(data?.state === DISCONNECTED ? DISCONNECTED : undefined)
      chat.on(KICKED_OUT, onKick)
      chat.on(NET_STATE_CHANGE, onNetwork)
      return () => {
        chat.off(KICKED_OUT, onKick)
        chat.off(NET_STATE_CHANGE, onNetwork)
      }
    },
  }
  return keepLoggedIn(source, sdk, options)
}
