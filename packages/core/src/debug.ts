/**
 * Signs on the spot with a key that lies in the page or the app, under the names of Tencent's client generators: for a
 * first try on your own machine.
 *
 * @module
 */

import { flag } from './options/option-checks.ts'
import { type OptionTable, readOptions } from './options/read-options.ts'
import { createUserSigner } from './signing/create-user-signer.ts'

/** The three values of the official client generators for iOS, Android, Windows and the web, under the same names. */
export interface TestUserSigOptions {
  /** SDKAppID of the application: an integer from 1 to 4294967295, or its decimal digits. */
  SDKAPPID: number | string
  /** SDKSecretKey of the same application. Anyone who can open the page or the app can read it. */
  SECRETKEY: string
  /** How long tickets are valid, in seconds. @defaultValue 604800, a week */
  EXPIRETIME?: number
  /** Run in production or on a page that strangers can open, although the key is exposed there. @defaultValue false */
  dangerouslyExposeSecretKey?: boolean
}

/** Signs a ticket on the spot: `genTestUserSig(userId)`. */
export interface GenTestUserSig {
  (userId: string): string
  /** The same function, for destructuring: `const { genTestUserSig } = createTestUserSig(…)`. */
  readonly genTestUserSig: (userId: string) => string
}

/**
 * Creates `genTestUserSig`, for a quick trial on your own machine without a server.
 *
 * Anyone can read the key in the page or the app. It warns once in the console, and runs only in a recognised
 * development environment: on a page of localhost or of a file, or if a bundler or test runner sets `NODE_ENV` for it.
 * Mini programs, workers and apps have neither unless they are built for development.
 *
 * @param options SDKAppID, key and lifetime in seconds, under the names of the official generators
 * @throws Error if others can or could read the key
 * @throws TypeError for an unknown option
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @example
 * ```ts
 * const genTestUserSig = createTestUserSig({ SDKAPPID: 1400000000, SECRETKEY: '…', EXPIRETIME: 604800 })
 * const userSig = genTestUserSig('alice')
 * ```
 */
export function createTestUserSig(options: TestUserSigOptions): GenTestUserSig {
  const given = readOptions<TestUserSigOptions>(options, OPTIONS, 'createTestUserSig')
  const exposure = findExposure()
  if (exposure !== undefined && given.dangerouslyExposeSecretKey !== true) {
    throw new Error(
      `createTestUserSig() does not run here: ${exposure}, and anyone could read the secret key. Sign on your server, with @usersig/node, @usersig/edge or another adapter, and fetch the ticket from there.`,
    )
  }
  const { EXPIRETIME: expire } = given
  const application = { sdkAppId: given.SDKAPPID, secretKey: given.SECRETKEY }
  const signer = createUserSigner(expire === undefined ? application : { ...application, expire })
  const genTestUserSig = (userId: string): string => {
    warnOnce()
    return signer.genUserSig(userId)
  }
  return Object.assign((userId: string) => genTestUserSig(userId), { genTestUserSig })
}

/** The values are checked by the signer, which names them as it does. */
const OPTIONS: OptionTable<TestUserSigOptions> = {
  SDKAPPID: (value) => value,
  SECRETKEY: (value) => value,
  EXPIRETIME: (value) => value,
  dangerouslyExposeSecretKey: flag,
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

/** What the program says of itself, or `undefined`. */
function environment(): string | undefined {
  try {
    // These very words are what bundlers replace, which is how an app that is served from its own device, by
    // https://localhost, knows that it was built for others.
    return process.env.NODE_ENV
  } catch {
    // There is no process, or it does not let us read its environment (Deno).
    return undefined
  }
}

/** Why the key would be exposed to others here, or may be; `undefined` where it is known not to be. */
function findExposure(): string | undefined {
  const name = environment()
  if (name === 'production') return 'NODE_ENV is production'
  if (typeof location === 'undefined') {
    if (name) return undefined
    return 'there is no page on a local host and no NODE_ENV such as "development", so this may be production'
  }
  if (location.protocol === 'file:' || LOCAL_HOST.test(location.hostname)) return undefined
  return `the page is on ${location.hostname}, which is not a local host`
}
