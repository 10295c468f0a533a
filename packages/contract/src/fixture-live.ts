import {
  OTHER_SECRET_KEY,
  type ReadHeader,
  SDK_APP_ID,
  SECRET_DETAIL,
  SECRET_KEY,
  USER_HEADER,
} from './fixture-keys.ts'

/** The key that takes the place of `SECRET_KEY`. */
export const NEXT_SECRET_KEY = '9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d5e4f30211203f4e5d6c7b8a9'
/** SDKAppID of the second application, which the same server serves; its key is `OTHER_SECRET_KEY`. */
export const SECOND_SDK_APP_ID: number = SDK_APP_ID + 1
/** The header by which the app of the contract knows its tenants. */
export const TENANT_HEADER = 'x-test-tenant'
/** The key of webhooks of TRTC, and the one before. */
export const TRTC_WEBHOOK_KEYS: readonly string[] = ['the key of TRTC', 'the old key']
/** The token of webhooks of Chat. */
export const CHAT_WEBHOOK_TOKEN = 'the token of Chat'
/** Longest body of a webhook, in bytes. */
export const MAX_WEBHOOK_BYTES = 4096

type Credentials = { sdkAppId: number; secretKey: string | string[] }

/** How long a request waits for anything, in seconds. */
export const LIVE_TIMEOUT = 2
/** How long a question to the key store may take, in seconds. */
const KEY_TIMEOUT = 3
/** How long a key serves after the key store has failed, in seconds: enough for a request on a busy machine. */
export const KEY_MAX_AGE = 1.5
/** How long the key store takes when it is slow, in seconds. */
export const SLOW_KEY = 1.5

const oldKey = (): Credentials => ({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

/** What the key store of the app returns, by the name of its state; it is told how often it was asked in that state. */
const KEYS: Record<string, (asked: number) => Credentials | Promise<Credentials>> = {
  old: oldKey,
  both: () => ({ sdkAppId: SDK_APP_ID, secretKey: [NEXT_SECRET_KEY, SECRET_KEY] }),
  new: () => ({ sdkAppId: SDK_APP_ID, secretKey: NEXT_SECRET_KEY }),
  down: () => {
    throw new Error(SECRET_DETAIL)
  },
  hang: () => new Promise(() => {}),
  slow: () => new Promise((resolve) => setTimeout(() => resolve(oldKey()), SLOW_KEY * 1000)),
  shaky: (asked) => {
    if (asked % 2 === 1) throw new Error(SECRET_DETAIL)
    return oldKey()
  },
}

/** Options of handlers whose keys change while the server runs: see the README for what the callbacks do. */
export interface LiveOptions<Source> {
  /** For `createSignerResolver`. */
  readonly keys: {
    tenant: (source: Source) => string | null
    credentials: (source: Source) => Promise<Credentials | null>
    refreshAfter: number
    maxAge: number
    timeout: number
  }
  readonly issue: {
    authenticate: (source: Source) => string | null | Promise<never>
    notIssuedBefore: (userId: string) => Date | null
    callbackTimeout: number
    onError: () => void
  }
  readonly guard: {
    notIssuedBefore: (userId: string) => Date | null
    isRevoked: (claims: { readonly userId: string }) => boolean
    onError: () => void
  }
}

/** One key store, and what goes with it. */
export function liveOptions<Source>(readHeader: ReadHeader<Source>): LiveOptions<Source> {
  let state = 'old'
  /** How often the key store was asked in this state, and in the one before. */
  let asked = 0
  let askedBefore = 0
  const tenantOf = (source: Source) => readHeader(source, TENANT_HEADER) ?? 'main'

  async function credentials(source: Source): Promise<Credentials | null> {
    // Key stores are somewhere else.
    await new Promise((resolve) => setTimeout(resolve, 1))
    const tenant = tenantOf(source)
    if (tenant === 'second') return { sdkAppId: SECOND_SDK_APP_ID, secretKey: OTHER_SECRET_KEY }
    return tenant === 'main' ? ((await KEYS[state]?.(++asked)) ?? null) : null
  }

  function authenticate(source: Source): string | null | Promise<never> {
    const user = readHeader(source, USER_HEADER) ?? null
    if (user === 'hang') return new Promise(() => {})
    if (user === 'asked') return `asked-${askedBefore}`
    if (!user?.startsWith('keys:')) return user
    state = user.slice('keys:'.length)
    askedBefore = asked
    asked = 0
    return null
  }

  const onError = () => {}
  return {
    keys: {
      tenant: (source) => (tenantOf(source) === 'unknown' ? null : tenantOf(source)),
      credentials,
      refreshAfter: 0.1,
      maxAge: KEY_MAX_AGE,
      timeout: KEY_TIMEOUT,
    },
    issue: { authenticate, notIssuedBefore, callbackTimeout: LIVE_TIMEOUT, onError },
    guard: { notIssuedBefore, isRevoked: ({ userId }) => userId === 'revoked', onError },
  }
}

/** The UserID tells when the user was kicked out: `kicked-` and Unix milliseconds. */
function notIssuedBefore(userId: string): Date | null {
  return userId.startsWith('kicked-') ? new Date(Number(userId.slice('kicked-'.length))) : null
}

/** The header in which TRTC names the application, and what the app does with some values of it. */
export const APP_ID_HEADER = 'SdkAppId'
export const HANGING_APP = '1400000001'
export const UNKNOWN_APP = '1400000002'

interface Hint {
  readonly sdkAppId: string | undefined
}

function trtcKey(_request: unknown, _context: unknown, { sdkAppId }: Hint): readonly string[] | null | Promise<never> {
  if (sdkAppId === HANGING_APP) return new Promise(() => {})
  return sdkAppId === UNKNOWN_APP ? null : TRTC_WEBHOOK_KEYS
}

/** Options of the guards for webhooks. */
export const WEBHOOK_OPTIONS: {
  readonly trtc: {
    trtcKey: typeof trtcKey
    maxAge: number
    maxBytes: number
    callbackTimeout: number
    onError: () => void
  }
  readonly chat: { chatToken: string; maxBytes: number; onError: () => void }
} = {
  trtc: { trtcKey, maxAge: 120, maxBytes: MAX_WEBHOOK_BYTES, callbackTimeout: 0.5, onError: () => {} },
  chat: { chatToken: CHAT_WEBHOOK_TOKEN, maxBytes: MAX_WEBHOOK_BYTES, onError: () => {} },
}
