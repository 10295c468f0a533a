import { type ReadHeader, SDK_APP_ID, SECRET_DETAIL, SECRET_KEY, USER_HEADER } from './fixture-keys.ts'

/** The options that every adapter passes to its issuing handler. */
export interface IssueOptions<Source> {
  credentials: { sdkAppId: number; secretKey: string }
  authenticate: (source: Source) => string | null | Promise<string | null>
  authorizeRoom: (room: { roomId?: number; strRoomId?: string }) => 'audience' | null
  limit: (who: { readonly userId: string }) => { retryAfter: number } | undefined | Promise<never>
  adminUserIds: string[]
  explain: Explain
  onError: (event: RefusedEvent) => void
  onOutcome: (event: Outcome) => void
}

/** The options that every adapter passes to its guard. */
export interface GuardOptions {
  credentials: { sdkAppId: number; secretKey: string }
  explain: Explain
  onError: (event: RefusedEvent) => void
  onOutcome: (event: Outcome) => void
}

/** The option that explains refusals, as an app on any platform may write it. */
export interface Explain {
  with: (refused: Refused) => readonly { code: string; message: string; action: string }[]
  production: boolean
}

export interface Refused {
  readonly code: string
  ticket(): string | undefined
  keys(): readonly { readonly sdkAppId: number; readonly secretKey: unknown }[]
}

export interface RefusedEvent {
  readonly status: number
  readonly causes?: readonly { readonly code: string }[]
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
    explain: { with: explain, production: false },
    // The cases provoke faults on purpose; without a hook each would be printed.
    onError: ({ status, causes }) => {
      if (causes) explained = `${status}.${causes.map(({ code }) => code).join('.')}`
    },
    onOutcome: (event) => {
      lastOutcome = event
    },
  }
}

/** What the hook for metrics is told. */
export interface Outcome {
  readonly kind: string
  readonly status: number
  readonly code: string
  readonly duration: number
}

/** How the last request to the handler or to the guard ended. */
let lastOutcome: Outcome | undefined

/** A UserID that tells it. */
function showLastOutcome(): string {
  if (!lastOutcome) return 'none'
  const { kind, status, code, duration } = lastOutcome
  return duration >= 0 && duration < 60 ? `${kind}-${status}-${code}` : `duration ${duration}`.slice(0, 32)
}

/** What the app was told last of a request that was refused. */
let explained = 'none'

/** Says in the code of a cause what it was given. */
function explain(refused: Refused): readonly { code: string; message: string; action: string }[] {
  const [key] = refused.keys()
  const isSecret = JSON.stringify([refused, key?.sdkAppId]).includes(refused.ticket() ?? SECRET_KEY)
  const facts = [
    refused.ticket()?.length ?? 0,
    key?.sdkAppId === SDK_APP_ID && key.secretKey === SECRET_KEY ? 'key' : 'no',
    isSecret ? 'open' : 'shut',
  ]
  return [
    { code: refused.code, message: 'why', action: 'what to do' },
    { code: facts.join('.'), message: 'what was given', action: '' },
  ]
}

function authenticate(user: string | null | undefined): string | null | Promise<string | null> {
  if (user === 'throw') throw new Error(SECRET_DETAIL)
  if (user === 'reject') return Promise.reject(SECRET_DETAIL)
  if (user === 'number') return 42 as unknown as string
  if (user === 'last-outcome') return showLastOutcome()
  if (user === 'explained') return explained.slice(0, 32)
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
  KEY_MAX_AGE,
  LIVE_TIMEOUT,
  type LiveOptions,
  liveOptions,
  SLOW_KEY,
  TENANT_HEADER,
  TRTC_WEBHOOK_KEYS,
  WEBHOOK_OPTIONS,
} from './fixture-live.ts'
