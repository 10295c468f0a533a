/**
 * Logs in to Chat, and again when the ticket has ended.
 *
 * @module
 */
import type { UserSigSource } from './source-options.ts'

/** What is used of `TencentCloudChat.create()`: the same in `@tencentcloud/chat` and `@tencentcloud/lite-chat`. */
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

/** Options of {@link loginChat}. */
export interface ChatOptions {
  /** Hears why a login after an expired ticket failed. @defaultValue an unhandled rejection */
  readonly onError?: (error: unknown) => void
}

/** `TencentCloudChat.EVENT.KICKED_OUT` and `TencentCloudChat.TYPES.KICKED_OUT_USERSIG_EXPIRED`. */
const KICKED_OUT = 'kickedOut'
const USERSIG_EXPIRED = 'userSigExpired'

/**
 * Answers to a login that a fresh ticket may change: expired, or signed with a key that was replaced.
 * Source: https://trtc.io/document/34348
 */
const REFUSED = [6206, 70001, 70009]

/**
 * Logs in to Chat, and again with a fresh ticket whenever the SDK logs the user out because the ticket ran out. A user
 * who was kicked, or who logged in elsewhere, stays logged out, and a reconnect of the SDK needs no new ticket.
 *
 * @param chat - What `TencentCloudChat.create({ SDKAppID })` gave.
 * @param source - What `createUserSigSource` gave.
 * @returns A function that ends it; call it before `chat.logout()`.
 * @throws UserSigSourceError if no ticket could be had; the SDK's error if the login failed.
 * @example
 * const stop = await loginChat(chat, source)
 */
export async function loginChat(chat: ChatSdk, source: UserSigSource, options: ChatOptions = {}): Promise<() => void> {
  let ended = false
  let busy = false
  const login = async (fresh: boolean): Promise<void> => {
    const { userId, userSig } = await (fresh ? source.refresh() : source.get())
    // The app may have logged out in the meantime.
    if (!ended) await chat.login({ userID: userId, userSig })
  }
  const onKickedOut = async ({ data }: { data?: { type?: string } }) => {
    // The SDK may tell it again while the login is under way.
    if (busy || data?.type !== USERSIG_EXPIRED) return
    busy = true
    try {
      await login(true)
    } catch (error) {
      if (ended) return
      if (!options.onError) throw error
      options.onError(error)
    } finally {
      busy = false
    }
  }
  try {
    await login(false)
  } catch (error) {
    // The clock that counts is the service's; what it refuses may still look valid here.
    if (!REFUSED.includes((error as { code?: number } | null)?.code as number)) throw error
    await login(true)
  }
  chat.on(KICKED_OUT, onKickedOut)
  return () => {
    ended = true
    chat.off(KICKED_OUT, onKickedOut)
  }
}
