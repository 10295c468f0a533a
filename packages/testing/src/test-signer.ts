import { createUserSigner, type Moment, type UserSigner } from '@usersig/core'
import { type OptionTable, readOptions, toUnixSeconds } from '@usersig/core/internal'
import { refuseProduction } from './production.ts'
import { TEST_APP } from './test-app.ts'

/** How a signer for tests keeps time. */
export interface TestSignerOptions {
  /** Where its clock stands, as a `Date` or Unix seconds. @defaultValue the clock of the system, which runs */
  now?: Moment
}

const OPTIONS: OptionTable<TestSignerOptions> = { now: toUnixSeconds }

/**
 * The signer of {@link TEST_APP}: it signs tickets that an app under test accepts, and checks those that it issues.
 *
 * @param given where its clock stands
 * @throws TypeError for an unknown option, or a `now` that is not a moment
 * @throws Error with `NODE_ENV=production`
 * @example
 * ```ts
 * expect(createTestSigner().verifyUserSig(answer.userSig).userId).toBe('alice')
 * ```
 */
export function createTestSigner(given: TestSignerOptions = {}): UserSigner {
  refuseProduction()
  const { now } = readOptions<TestSignerOptions>(given, OPTIONS, 'createTestSigner')
  return createUserSigner({ ...TEST_APP, ...(now !== undefined && { now: () => now }) })
}
