/** SDKAppID of the app that every adapter starts for the contract. */
export const SDK_APP_ID = 1400000000
/** A made-up SDKSecretKey of the right form. */
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
/** The key of some other application. */
export const OTHER_SECRET_KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0'
/** Stands in whatever the callbacks throw, and must reach no client. */
export const SECRET_DETAIL = 'password of the database'
/** The header by which the app of the contract knows its users. */
export const USER_HEADER = 'x-test-user'

/** How a header of a framework's request is read; names are in lower case. */
export type ReadHeader<Source> = (source: Source, name: string) => string | null | undefined

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
