import { SDK_APP_ID, SECRET_KEY, USER_HEADER } from '@usersig/contract/fixture'

/** What the callbacks of an app were asked and told, since the last time that anybody looked. */
export interface Heard {
  /** Whom the app's own login let in. */
  readonly users: string[]
  /** For whom a ticket was issued. */
  readonly issued: string[]
  /** What went wrong, by the app's own account. */
  readonly faults: unknown[]
}

/** Options of the adapters, which all of them pass on as they are. */
export interface AppOptions<Source> {
  readonly issue: {
    readonly credentials: { sdkAppId: number; secretKey: string }
    readonly authenticate: (source: Source) => string | null
    readonly authorizeRoom: (room: { roomId?: number; strRoomId?: string }) => 'audience' | null
    readonly onIssued: (event: { readonly userId: string }) => void
    readonly onError: (event: unknown) => void
  }
  readonly guard: {
    readonly credentials: { sdkAppId: number; secretKey: string }
    readonly onError: (event: unknown) => void
  }
}

const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }

export function appOptions<Source>(
  heard: Heard,
  readHeader: (source: Source, name: string) => string | string[] | null | undefined,
): AppOptions<Source> {
  const onError = (event: unknown) => void heard.faults.push(event)
  function authenticate(source: Source): string | null {
    const user = readHeader(source, USER_HEADER)
    if (typeof user !== 'string' || !/^[\w-]{1,32}$/.test(user)) return null
    heard.users.push(user)
    return user
  }
  return {
    issue: {
      credentials,
      authenticate,
      authorizeRoom: ({ roomId, strRoomId }) => (roomId === 10000 || strRoomId === 'room-1' ? 'audience' : null),
      onIssued: ({ userId }) => void heard.issued.push(userId),
      onError,
    },
    guard: { credentials, onError },
  }
}
