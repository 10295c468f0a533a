import { UserSigError, type UserSigErrorCode, type UserSigner } from '@usersig/core'
import type { BulkUser } from './options.ts'

/** How many users go to a thread at a time: enough to make the way worthwhile, few enough to be done in a few milliseconds. */
export const BATCH_SIZE = 1024

/** A batch as it crosses threads: one text takes a fraction of the time that many take. */
export interface BatchRequest {
  /** Separated by line breaks. */
  readonly userIds: string
  /** Lifetimes by position, where there are any. */
  readonly expires?: readonly (number | undefined)[]
}

/** What came of a batch. A user without a ticket has an empty line. */
export interface BatchAnswer {
  /** Separated by line breaks. */
  readonly tickets: string
  readonly faults: readonly Fault[]
}

/** An error as it crosses threads, which leave nothing of a class. */
export interface Fault {
  readonly position: number
  readonly code: UserSigErrorCode
  readonly message: string
}

/** No UserID holds one, so that a UserID that does would become two. */
const SEPARATOR = '\n'

export function packBatch(users: readonly BulkUser[]): BatchRequest {
  const userIds = users.map(userIdOf).join(SEPARATOR)
  const hasExpires = users.some((user) => typeof user === 'object' && user?.expire !== undefined)
  return hasExpires
    ? { userIds, expires: users.map((user) => (typeof user === 'object' ? user.expire : undefined)) }
    : { userIds }
}

/** What cannot be packed is packed as a UserID that no thread will sign, and that gives the same error. */
function userIdOf(user: BulkUser): string {
  const userId = typeof user === 'string' ? user : user?.userId
  if (typeof userId !== 'string') return ''
  return userId.includes(SEPARATOR) ? '\r' : userId
}

/** Signs a batch, in whatever thread. */
export function signBatch(signer: UserSigner, { userIds, expires }: BatchRequest): BatchAnswer {
  const faults: Fault[] = []
  const tickets = userIds.split(SEPARATOR).map((userId, position) => {
    const expire = expires?.[position]
    try {
      return expire === undefined ? signer.genUserSig(userId) : signer.genUserSig(userId, { expire })
    } catch (error) {
      if (!(error instanceof UserSigError)) throw error
      faults.push({ position, code: error.code, message: error.message })
      return ''
    }
  })
  return { tickets: tickets.join(SEPARATOR), faults }
}

export function unpackTickets({ tickets }: BatchAnswer): string[] {
  return tickets.split(SEPARATOR)
}

export function toError({ code, message }: Fault, index: number): UserSigError {
  return new UserSigError(code, `user ${index} of the list: ${message}`)
}
