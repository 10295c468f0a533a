import type { UserSigClaims } from '../claims.ts'
import { callback, wholeNumber } from '../options/option-checks.ts'
import type { OptionTable } from '../options/read-options.ts'
import { KEY_OPTIONS, type KeyOptions, SHARED_OPTIONS, type SharedOptions } from './shared-options.ts'
import type { MaybePromise } from './time-limit.ts'

/** Options of the guard. `Request` is the framework's type, `Context` is the platform's context. */
export interface GuardOptions<Request = unknown, Context = undefined>
  extends KeyOptions<Request, Context>,
    SharedOptions<Request, Context> {
  /** Where the ticket is. @defaultValue the header `Authorization: Bearer` */
  getToken?: (request: Request, context: Context) => MaybePromise<string | null | undefined>
  /** By how many seconds clocks may differ, whole seconds from 0 to 86400. @defaultValue 5 */
  clockTolerance?: number
  /**
   * Whether a ticket that is otherwise valid was withdrawn: `true` answers 401.
   * @defaultValue none is
   */
  isRevoked?: (claims: UserSigClaims, request: Request, context: Context) => MaybePromise<boolean>
}

export const GUARD_OPTIONS: OptionTable<GuardOptions> = {
  ...KEY_OPTIONS,
  ...SHARED_OPTIONS,
  getToken: callback,
  clockTolerance: wholeNumber(0, 86_400, 'seconds'),
  isRevoked: callback,
}
