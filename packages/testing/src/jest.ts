/**
 * `expect(ticket).toBeUserSigFor({ userId })` in Jest: `setupFilesAfterEnv: ['@usersig/testing/jest']`. It also sets the
 * key of `TEST_APP` in the environment.
 *
 * @module
 */
import './environment.ts'
import { type ExpectedUserSig, toBeUserSigFor } from './matchers.ts'

interface Expect {
  extend(matchers: object): void
}

const { expect } = globalThis as { expect?: Expect }
if (!expect) {
  throw new Error(
    "there is no expect here: write setupFilesAfterEnv: ['@usersig/testing/jest'] in the configuration of Jest",
  )
}
expect.extend({ toBeUserSigFor })

declare global {
  /** @internal */
  namespace jest {
    /** The matchers of Jest, with the one that is added. */
    interface Matchers<R> {
      /** Checks that a text is a valid UserSig of `TEST_APP` for this user, at this time. */
      toBeUserSigFor(expected: ExpectedUserSig): R
    }
  }
}
