import { callback, duration } from '../options/option-checks.ts'
import type { OptionTable } from '../options/read-options.ts'
import { kindOf } from '../show.ts'
import type { Credentials } from './credentials.ts'
import { EXPLAIN_OPTION, type ExplainOption } from './explain.ts'
import type { ErrorHook } from './hooks.ts'
import type { OutcomeHook } from './outcome.ts'
import { firstSecondAfter, type NotIssuedBefore } from './revocation.ts'
import { isSigner, type Signer } from './signer.ts'
import type { SignerResolver } from './signer-resolver.ts'
import type { MaybePromise } from './time-limit.ts'

/** Where an endpoint or a guard gets its key from: one of the two. */
export interface KeyOptions<Request, Context> {
  /**
   * SDKAppID and key of one application, or a function that returns them. A function that answers at once is asked for
   * each request; one that answers with a promise is asked at the first request and then every 5 minutes, and its last
   * answer serves for an hour while it fails.
   * @defaultValue `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY` of the platform's environment
   */
  credentials?: Credentials | ((request: Request, context: Context) => MaybePromise<Credentials>)
  /**
   * Signs instead of `credentials`: a signer, for a key in a KMS, or a function that chooses one for each request, for
   * several applications, such as the result of `createSignerResolver`.
   */
  signer?: Signer | SignerResolver<Request, Context>
}

/** What the endpoint and the guard have in common. */
export interface SharedOptions<Request, Context>
  extends ErrorHook<Request, Context>,
    OutcomeHook<Request, Context>,
    ExplainOption {
  /**
   * Since when tickets count: a `Date` or Unix seconds for everybody, or a function that knows it for each user, such as
   * when the user was kicked out or changed the password. The guard refuses tickets of that second and before; the
   * endpoint issues none that the guard would refuse, even in the same second.
   * @defaultValue all tickets count that have not expired
   */
  notIssuedBefore?: NotIssuedBefore<Request, Context>
  /**
   * Time limit of each callback, and of a signer with a remote key, in seconds, above 0 and up to 86400; then 503.
   * `limit` has at most a second; then the request passes. The answer does not wait for hooks.
   * @defaultValue 10
   */
  callbackTimeout?: number
}

export const KEY_OPTIONS: OptionTable<KeyOptions<unknown, unknown>> = {
  credentials: (value) => {
    if (typeof value === 'function' || (typeof value === 'object' && value !== null)) return value
    throw new TypeError(`credentials is ${kindOf(value)}, but must be { sdkAppId, secretKey }, or a function`)
  },
  signer: (value) => {
    if (typeof value === 'function' || isSigner(value)) return value
    throw new TypeError('signer is not what createUserSigner() or createSignerResolver() returns')
  },
}

export const SHARED_OPTIONS: OptionTable<SharedOptions<unknown, unknown>> = {
  notIssuedBefore: (value, name) => {
    // A function may say that nobody was kicked out; a setting that is empty was forgotten.
    if (value === null) throw new TypeError(`${name} is null, but must be a Date, Unix seconds, or a function`)
    if (typeof value !== 'function') firstSecondAfter(value as Date | number)
    return value instanceof Date ? new Date(value) : value
  },
  callbackTimeout: duration(),
  onError: callback,
  onOutcome: callback,
  ...EXPLAIN_OPTION,
}
