import type { UserSigClaims } from '../claims.ts'
import { type Moment, toUnixSeconds } from '../rules/time.ts'
import { kindOf } from '../show.ts'
import { ProblemError } from './problem.ts'

type MaybePromise<T> = T | Promise<T>

/** From which moment on tickets count, for everybody or for each user. */
export type NotIssuedBefore<Source> =
  | Moment
  | ((userId: string, source: Source) => MaybePromise<Moment | null | undefined>)

/** How far the moment may lie ahead of the signer's clock, in seconds: as far as clocks may differ. */
const MAX_AHEAD = 5

/**
 * The first second in which a ticket may be issued. The times of tickets are whole seconds, so that of the second in
 * which a user was kicked out nothing counts.
 *
 * @throws TypeError
 */
export async function firstValidSecond<Source>(
  notIssuedBefore: NotIssuedBefore<Source> | undefined,
  userId: string,
  source: Source,
): Promise<number | undefined> {
  const moment = typeof notIssuedBefore === 'function' ? await notIssuedBefore(userId, source) : notIssuedBefore
  return moment === undefined || moment === null ? undefined : roundUp(moment)
}

/** @throws TypeError */
export function checkNotIssuedBefore(notIssuedBefore: unknown): void {
  if (notIssuedBefore !== undefined && typeof notIssuedBefore !== 'function') roundUp(notIssuedBefore as Moment)
}

function roundUp(moment: Moment): number {
  try {
    const seconds = toUnixSeconds(moment, 'notIssuedBefore')
    return moment instanceof Date && moment.getTime() > seconds * 1000 ? seconds + 1 : seconds
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
export async function checkNotRevoked<Source>(
  isRevoked: (claims: UserSigClaims, source: Source) => MaybePromise<boolean>,
  claims: UserSigClaims,
  source: Source,
): Promise<void> {
  const answer = await isRevoked(claims, source)
  if (typeof answer !== 'boolean') {
    throw new TypeError(`isRevoked returned ${kindOf(answer)}, but must return true or false`)
  }
  if (answer) throw revoked()
}

function revoked(): ProblemError {
  return new ProblemError('revoked', 'the UserSig was withdrawn: fetch a new one', {
    headers: { 'www-authenticate': 'Bearer realm="usersig", error="invalid_token", error_description="revoked"' },
  })
}
