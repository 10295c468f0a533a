import type { Credentials, Signer } from '@usersig/core/endpoint'
import type { MaybePromise } from '@usersig/core/internal'
import { callback, duration, type OptionTable, oneOf, text, wholeNumber } from '@usersig/core/internal'
import { REGIONS, type RestRegion } from './region.ts'

/** The part of `createRevocations()` that is used. */
export interface KickStore {
  /**
   * Remembers that the tickets of a user do not count any more.
   *
   * @param userId who was kicked out
   */
  kick(userId: string): Promise<void>
}

/** Options of a client for the REST API. */
export interface RestClientOptions {
  /** Region of the application, as the console shows it. Required without `apiOrigin`. */
  region?: RestRegion
  /**
   * The key: a value, or a function that is asked again from time to time, as that of the adapters.
   * @defaultValue `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY` of the environment
   */
  credentials?: Credentials | (() => MaybePromise<Credentials>)
  /** In place of `credentials`: a signer, also one whose key is in a KMS, or a function that chooses one. */
  signer?: Signer | (() => MaybePromise<Signer>)
  /** UserID of an administrator of the application, as set in the console. @defaultValue 'administrator' */
  admin?: string
  /** How long each ticket of the administrator is valid, in seconds, from 1 to 1 576 800 000. @defaultValue 86400 */
  expire?: number
  /** The `createRevocations()` of your guards and endpoints, from `@usersig/core/revocation`. `kick` calls it. */
  revocations?: KickStore
  /** Time limit of an attempt, in seconds, more than 0 and at most 3600. @defaultValue 10 */
  timeout?: number
  /** How often an idempotent call is tried again, 0 to 5 times. With 0, each call is sent once. @defaultValue 2 */
  retries?: number
  /** Origin of a proxy or a stand-in instead of Tencent's host, without a path: with https, or on this machine. */
  apiOrigin?: string
  /** @defaultValue the global `fetch` */
  fetch?: typeof globalThis.fetch
}

const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const asItIs = (value: unknown): unknown => value

export const OPTIONS: OptionTable<RestClientOptions> = {
  region: oneOf(REGIONS),
  credentials: asItIs,
  signer: asItIs,
  admin: text,
  expire: wholeNumber(1, 1_576_800_000, 'seconds'),
  revocations: (value) => {
    if (typeof (Object(value) as { kick?: unknown }).kick === 'function') return value
    throw new TypeError('revocations must be what createRevocations() returns')
  },
  timeout: duration(),
  retries: wholeNumber(0, 5, 'attempts'),
  apiOrigin: (value) => {
    const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
    if (url && `${url.pathname}${url.search}${url.hash}` !== '/') {
      throw new TypeError('apiOrigin has a path, but must be an origin alone, such as https://proxy.example.com')
    }
    // The ticket of the administrator is in the address.
    if (url && (url.protocol === 'https:' || LOCAL_HOST.test(url.hostname))) return url.origin
    throw new TypeError('apiOrigin must begin with https://, or be on this machine')
  },
  fetch: callback,
}
