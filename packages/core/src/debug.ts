/**
 * Signs on the spot with a key that lies in the page or the app, under the names of Tencent's client generators: for a
 * first try on your own machine.
 *
 * @module
 */
import { createUserSigner } from './signing/create-user-signer.ts'

/** The three values of the official client generators for iOS, Android, Windows and the web, under the same names. */
export interface TestUserSigOptions {
  /** SDKAppID of the application: an integer from 1 to 4294967295. */
  SDKAPPID: number
  /** SDKSecretKey of the same application. Whoever can open the page or the app can read it. */
  SECRETKEY: string
  /** How long tickets are valid, in seconds. @defaultValue 604800, a week */
  EXPIRETIME?: number
  /** Run in production or on a page that strangers can open, although the key is exposed there. @defaultValue false */
  dangerouslyExposeSecretKey?: boolean
}

/** Signs a ticket on the spot: `genTestUserSig(userId)`. */
export interface GenTestUserSig {
  (userId: string): string
  /** The same function, for those who take it apart: `const { genTestUserSig } = createTestUserSig(…)`. */
  readonly genTestUserSig: (userId: string) => string
}

/**
 * Creates `genTestUserSig`, for a quick trial on your own machine before there is a server.
 *
 * The key lies open in the page or the app. It warns once in the console, and refuses to run where `NODE_ENV` is
 * `production` or the page is not on a local host.
 *
 * @param options SDKAppID, key and lifetime in seconds, under the names of the official generators
 * @throws Error where the key would be exposed to others
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * const genTestUserSig = createTestUserSig({ SDKAPPID: 1400000000, SECRETKEY: '…', EXPIRETIME: 604800 })
 * const userSig = genTestUserSig('alice')
 * ```
 */
export function createTestUserSig(options: TestUserSigOptions): GenTestUserSig {
  const { SDKAPPID, SECRETKEY, EXPIRETIME, dangerouslyExposeSecretKey = false } = options
  const exposure = findExposure()
  if (exposure !== undefined && !dangerouslyExposeSecretKey) {
    throw new Error(
      `createTestUserSig() does not run here: ${exposure}, and everybody could read the secret key. Sign on your server, with @usersig/node, @usersig/edge or another adapter, and fetch the ticket from there.`,
    )
  }
  const signer = createUserSigner({
    sdkAppId: SDKAPPID,
    secretKey: SECRETKEY,
    ...(EXPIRETIME === undefined ? {} : { expire: EXPIRETIME }),
  })
  const genTestUserSig = (userId: string): string => {
    warnOnce()
    return signer.genUserSig(userId)
  }
  return Object.assign((userId: string) => genTestUserSig(userId), { genTestUserSig })
}

let warned = false

function warnOnce(): void {
  if (warned) return
  warned = true
  console.warn('usersig: genTestUserSig() exposes the secret key of your application. Use it on your own machine only.')
}

// Not there on every platform.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

const LOCAL_HOST = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

function isProduction(): boolean {
  try {
    // These very words are what bundlers replace, which is how an app that is served from its own device, by
    // https://localhost, knows that it was built for others.
    return process.env.NODE_ENV === 'production'
  } catch {
    // There is no process, or it does not let us read its environment (Deno).
    return false
  }
}

/** Why the key would be exposed to others here, or `undefined`. */
function findExposure(): string | undefined {
  if (isProduction()) return 'NODE_ENV is production'
  if (typeof location === 'undefined') return undefined
  if (location.protocol === 'file:' || LOCAL_HOST.test(location.hostname)) return undefined
  return `the page is on ${location.hostname}, which is no local host`
}
