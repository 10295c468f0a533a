import { type ReadHeader, SDK_APP_ID, SECRET_DETAIL, SECRET_KEY, USER_HEADER } from './fixture-keys.ts'

/** The options that every adapter passes to its issuing handler. */
export interface IssueOptions<Source> {
  credentials: { sdkAppId: number; secretKey: string }
  authenticate: (source: Source) => string | null | Promise<string | null>
  authorizeRoom: (room: { roomId?: number; strRoomId?: string }) => 'audience' | null
  limit: (who: { readonly userId: string }) => { retryAfter: number } | undefined | Promise<never>
  adminUserIds: string[]
  onError: () => void
}

/** The options that every adapter passes to its guard. */
export interface GuardOptions {
  credentials: { sdkAppId: number; secretKey: string }
  onError: () => void
}

/** Options of the issuing handler: see the README for what the callbacks do. */
export function issueOptions<Source>(readHeader: ReadHeader<Source>): IssueOptions<Source> {
  return {
    ...guardOptions(),
    authenticate: (source) => authenticate(readHeader(source, USER_HEADER)),
    authorizeRoom,
    limit,
    adminUserIds: ['Root'],
  }
}

/** Options of the guard. */
export function guardOptions(): GuardOptions {
  return {
    credentials: { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY },
    // The cases provoke faults on purpose; without a hook each would be printed.
    onError: () => {},
  }
}

function authenticate(user: string | null | undefined): string | null | Promise<string | null> {
  if (user === 'throw') throw new Error(SECRET_DETAIL)
  if (user === 'reject') return Promise.reject(SECRET_DETAIL)
  if (user === 'number') return 42 as unknown as string
  return user ?? null
}

function limit({ userId }: { readonly userId: string }): { retryAfter: number } | undefined | Promise<never> {
  if (userId === 'busy') return { retryAfter: 6.5 }
  if (userId === 'limiter-down') return Promise.reject(new Error(SECRET_DETAIL))
  return userId === 'limiter-hangs' ? new Promise(() => {}) : undefined
}

function authorizeRoom({ roomId, strRoomId }: { roomId?: number; strRoomId?: string }): 'audience' | null {
  if (roomId === 666) throw new Error(SECRET_DETAIL)
  return roomId === 10000 || strRoomId === 'room-1' ? 'audience' : null
}

export {
  OTHER_SECRET_KEY,
  type ReadHeader,
  SDK_APP_ID,
  SECRET_DETAIL,
  SECRET_KEY,
  USER_HEADER,
} from './fixture-keys.ts'
export {
  CHAT_WEBHOOK_TOKEN,
  type LiveOptions,
  liveOptions,
  TENANT_HEADER,
  TRTC_WEBHOOK_KEYS,
  WEBHOOK_OPTIONS,
} from './fixture-live.ts'
