import { createUserSigner, type UserSigner } from '@usersig/core'
import { refuseProduction } from './production.ts'
import { TEST_APP } from './test-app.ts'

/**
 * The signer of {@link TEST_APP}: it signs tickets that an app under test accepts, and checks those that it issues.
 *
 * @throws Error with `NODE_ENV=production`
 * @example
 * ```ts
 * expect(createTestSigner().verifyUserSig(answer.userSig).userId).toBe('alice')
 * ```
 */
export function createTestSigner(): UserSigner {
  refuseProduction()
  return createUserSigner(TEST_APP)
}
