import { UserSigError } from '@usersig/core'
import { type OptionTable, readOptions, text, toUnixSeconds } from '@usersig/core/internal'
import { createTestSigner, type TestSignerOptions } from './test-signer.ts'

/** Expectations for a ticket. */
export interface ExpectedUserSig extends TestSignerOptions {
  /** Whose it is. */
  userId: string
}

/** Result of a matcher. */
export interface MatcherResult {
  /** Whether the text is such a UserSig. */
  readonly pass: boolean
  /** Message for a failed test. */
  readonly message: () => string
}

const EXPECTED: OptionTable<ExpectedUserSig> = { userId: text, now: toUnixSeconds }

/**
 * Checks that a text is a valid UserSig of `TEST_APP` for this user, at this time.
 *
 * @param received the ticket
 * @param given the expected user and time; without `now`, the time of the test
 * @example
 * ```ts
 * expect.extend({ toBeUserSigFor })
 * expect(createTestTickets({ userId: 'alice' }).valid).toBeUserSigFor({ userId: 'alice' })
 * ```
 */
export function toBeUserSigFor(received: unknown, given: ExpectedUserSig): MatcherResult {
  const { userId, now } = readOptions<ExpectedUserSig>(given, EXPECTED, 'toBeUserSigFor')
  if (userId === undefined) throw new TypeError('userId is missing: toBeUserSigFor({ userId: "alice" })')
  const fault = faultOf(received, userId, now)
  // A message of a test goes into logs: the ticket is not in it.
  return {
    pass: fault === undefined,
    message: () =>
      fault === undefined
        ? `expected no UserSig for ${JSON.stringify(userId)}, but it is one`
        : `expected a UserSig for ${JSON.stringify(userId)}, but ${fault}`,
  }
}

function faultOf(received: unknown, userId: string, now: TestSignerOptions['now']): string | undefined {
  if (typeof received !== 'string') return `it is ${received === null ? 'null' : typeof received}, not a text`
  try {
    createTestSigner(now === undefined ? {} : { now }).verifyUserSig(received, { userId })
    return undefined
  } catch (error) {
    if (UserSigError.is(error)) return `${error.message} (${error.code})`
    throw error
  }
}
