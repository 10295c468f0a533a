import { UserSigError } from '@usersig/core'
import { type OptionTable, readOptions, text, toUnixSeconds } from '@usersig/core/internal'
import { createTestSigner, type TestSignerOptions } from './test-signer.ts'

/** What a ticket has to be. */
export interface ExpectedUserSig extends TestSignerOptions {
  /** Whose it is. */
  userId: string
}

/** What a matcher tells the test runner. */
export interface MatcherResult {
  /** Whether the text is such a UserSig. */
  readonly pass: boolean
  /** What the runner prints when the test fails. */
  readonly message: () => string
}

const EXPECTED: OptionTable<ExpectedUserSig> = { userId: text, now: toUnixSeconds }

/**
 * Whether a text is a UserSig of `TEST_APP` that works: for this user, at this moment.
 *
 * @param received the ticket
 * @param given whose it has to be, and when; without `now` at the moment of the test
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
