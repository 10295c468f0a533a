import { UserSigError, type UserSigErrorCode, type UserSigner } from '@usersig/core'
import type { BulkUser } from './options.ts'

/**
 * How many users go to a thread at a time: enough to make the way worthwhile, and few enough for the answer to stay below
 * the 128 KiB from which on V8 keeps a text apart, where it costs more.
 */
export const BATCH_SIZE = 256

/** A batch as it crosses threads: one text takes a fraction of the time that many take. */
export interface BatchRequest {
  /** Separated by line breaks. */
  readonly userIds: string
  /** Whether the tickets are wanted as lines of CSV. */
  readonly csv: boolean
  /** Lifetimes by position, where there are any. */
  readonly expires?: readonly (number | undefined)[]
}

/** What came of a batch. A user without a ticket has an empty line. */
export interface BatchAnswer {
  /** Separated by line breaks; or lines of CSV, as bytes. */
  readonly tickets: string | Uint8Array<ArrayBuffer>
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

export function packBatch(users: readonly BulkUser[], csv: boolean): BatchRequest {
  const userIds = users.map(userIdOf).join(SEPARATOR)
  const hasExpires = users.some((user) => typeof user === 'object' && user?.expire !== undefined)
  if (!hasExpires) return { userIds, csv }
  return { userIds, csv, expires: users.map((user) => (typeof user === 'object' ? user.expire : undefined)) }
}

/** What cannot be packed is packed as a UserID that no thread will sign, and that leads to the same error. */
function userIdOf(user: BulkUser): string {
  const userId = typeof user === 'string' ? user : user?.userId
  if (typeof userId !== 'string') return ''
  return userId.includes(SEPARATOR) ? '\r' : userId
}

/** Signs a batch, in whatever thread. */
export function signBatch(signer: UserSigner, { userIds, csv, expires }: BatchRequest): BatchAnswer {
  const faults: Fault[] = []
  const lines = userIds.split(SEPARATOR)
  for (const [position, userId] of lines.entries()) {
    const expire = expires?.[position]
    try {
      const ticket = expire === undefined ? signer.genUserSig(userId) : signer.genUserSig(userId, { expire })
      lines[position] = csv ? `${quote(userId)},${ticket}\n` : ticket
    } catch (error) {
      if (!(error instanceof UserSigError)) throw error
      faults.push({ position, code: error.code, message: error.message })
      lines[position] = ''
    }
  }
  return { tickets: csv ? new TextEncoder().encode(lines.join('')) : lines.join(SEPARATOR), faults }
}

/** Source: RFC 4180, section 2. Line breaks are in no UserID. */
function quote(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

export function toError({ code, message }: Fault, index: number): UserSigError {
  return new UserSigError(code, `user ${index} of the list: ${message}`)
}
