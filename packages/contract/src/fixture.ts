import { type ReadHeader, SDK_APP_ID, SECRET_DETAIL, SECRET_KEY, USER_HEADER } from './fixture-keys.ts'

/** The options that every adapter passes to its issuing handler. */
export interface IssueOptions<Source> {
  credentials: { sdkAppId: number; secretKey: string }
  authenticate: (source: Source) => string | null | Promise<string | null>
  authorizeRoom: (room: { roomId?: number; strRoomId?: string }) => 'audience' | null
  onError: () => void
}

/** The options that every adapter passes to its guard. */
export interface GuardOptions {
  credentials: { sdkAppId: number; secretKey: string }
  onError: () => void
}

/** Options of the issuing handler: see the README for what the callbacks do. */
export function issueOptions<Source>(readHeader: ReadHeader<Source>): IssueOptions<Source> {
  return { ...guardOptions(), authenticate: (source) => authenticate(readHeader(source, USER_HEADER)), authorizeRoom }
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
export { CALLBACK_OPTIONS, type LiveOptions, liveOptions } from './fixture-live.ts'
