import type { UserSigClaims } from '../claims.ts'
import { type Moment, toUnixSeconds } from '../rules/time.ts'
import { kindOf } from '../show.ts'
import { challengeFor } from './challenge.ts'
import { ProblemError } from './problem.ts'
import type { MaybePromise } from './time-limit.ts'

/** Since when tickets count, for everybody or for each user. */
export type NotIssuedBefore<Request, Context> =
  | Moment
  | ((userId: string, request: Request, context: Context) => MaybePromise<Moment | null | undefined>)

/** How far the moment may lie ahead of the signer's clock, in seconds: as far as clocks may differ. */
const MAX_AHEAD = 5

/**
 * The first second in which a ticket may be issued: the one after the moment, as the times of tickets are whole seconds.
 * Of the second in which a user was kicked out nothing counts, whether the moment is a `Date` or a number.
 *
 * @throws TypeError for what is not a moment
 */
export function firstSecondAfter(moment: Moment | null | undefined): number | undefined {
  if (moment === undefined || moment === null) return undefined
  try {
    return toUnixSeconds(moment, 'notIssuedBefore') + 1
  } catch (error) {
    throw new TypeError((error as Error).message)
  }
}

/** @throws Error when the moment lies in the future, where no ticket would be valid */
export function checkIsNear(first: number, issuedAt: number): number {
  if (first - issuedAt <= MAX_AHEAD) return first
  throw new Error(`notIssuedBefore lies ${first - issuedAt} s ahead of the signer's clock: compare the clocks`)
}

/** @throws ProblemError `revoked` */
export function checkAge(claims: UserSigClaims, first: number | undefined): void {
  if (first !== undefined && claims.issuedAt < first) throw revoked()
}

/**
 * @throws ProblemError `revoked`
 * @throws TypeError when the callback does not say whether
 */
export function checkNotRevoked(answer: unknown): void {
  if (typeof answer !== 'boolean') {
    throw new TypeError(`isRevoked returned ${kindOf(answer)}, but must return true or false`)
  }
  if (answer) throw revoked()
}

function revoked(): ProblemError {
  return new ProblemError('revoked', 'the UserSig was withdrawn: fetch a new one', { headers: challengeFor('revoked') })
}
