import { createUserSigner, type Moment, type UserSigner } from '@usersig/core'
import { type OptionTable, readOptions, toUnixSeconds } from '@usersig/core/internal'
import { refuseProduction } from './production.ts'
import { TEST_APP } from './test-app.ts'

/** How a signer for tests keeps time. */
export interface TestSignerOptions {
  /** Fixed time of its clock, as a `Date` or Unix seconds. @defaultValue the system clock */
  now?: Moment
}

const OPTIONS: OptionTable<TestSignerOptions> = { now: toUnixSeconds }

/**
 * The signer of {@link TEST_APP}: it signs tickets that an app under test accepts, and checks those that the app
 * issues.
 *
 * @param given fixed time of its clock
 * @throws TypeError for an unknown option, or a wrong `now`
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
