import TencentCloudChat from '@tencentcloud/chat'
import { loginChat } from '../../src/chat.ts'
import {
  createUserSigSource,
  type SourceOptions,
  type UserSigSource,
  type UserSigSourceError,
} from '../../src/index.ts'
import type { LoginSession } from '../../src/session.ts'
import { keepIn, type SourceStorage } from '../../src/storage.ts'

let source: UserSigSource
let session: LoginSession
let seen: string[] = []
let kick: (type: string) => void

const codeOf = (reason: unknown): string => String(Object(reason).code ?? reason)

/** Notes what an app sees; the same twice in a row is one. */
const note = (text: string) => {
  if (seen.at(-1) !== text) seen.push(text)
}

const BROKEN: Record<string, SourceStorage> = {
  full: {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
    removeItem() {},
  },
  hanging: { getItem: () => new Promise(() => {}), setItem: () => new Promise(() => {}), removeItem() {} },
}

/** What an app does with the client; each returns what the app sees. */
export const app = {
  open(options: SourceOptions, storage?: string): void {
    seen = []
    source = createUserSigSource({
      ...options,
      // A frame that may not use it throws, too, when it asks for `localStorage`.
      ...(storage && { storage: keepIn(() => BROKEN[storage] ?? globalThis.localStorage) }),
    })
  },
  async get(): Promise<string> {
    return await source.get().then(
      ({ userId }) => `tickets of ${userId}`,
      (error) => codeOf(error),
    )
  },
  async refresh(): Promise<string> {
    return await source.refresh().then(
      ({ userId }) => `tickets of ${userId}`,
      (error) => codeOf(error),
    )
  },
  /** Until when the tickets at hand are valid. */
  current: (): number | undefined => source.current()?.expiresAt,
  follow(): void {
    source.subscribe(
      () => note('tickets'),
      (error: UserSigSourceError) => note(codeOf(error)),
    )
  },
  /** Logs in to Chat, whose `login` lets in every ticket, as there is no service. */
  async login(): Promise<void> {
    const chat = TencentCloudChat.create({ SDKAppID: 1400000000 })
    chat.setLogLevel(4)
    const { on } = chat
    chat.on = (event, handler, ...rest) => {
      if (event === TencentCloudChat.EVENT.KICKED_OUT) {
        kick = (type) => (handler as (event: unknown) => void)({ name: event, data: { type } })
      }
      on(event, handler, ...rest)
    }
    chat.login = async () => ({ code: 0, data: {} })
    session = loginChat(chat, source)
    await session.ready()
    session.subscribe(({ state, reason }) => {
      // The page has no network, which the SDK itself tells.
      if (reason === TencentCloudChat.TYPES.NET_STATE_DISCONNECTED) return
      note(reason === undefined ? state : `${state} (${codeOf(reason)})`)
    })
  },
  expired: (): void => kick(TencentCloudChat.TYPES.KICKED_OUT_USERSIG_EXPIRED),
  wake(): void {
    dispatchEvent(new Event('pageshow'))
  },
  seen: (): readonly string[] => seen,
  async logout(): Promise<void> {
    await source.stop({ forget: true })
  },
}
