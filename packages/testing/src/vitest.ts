/**
 * `expect(ticket).toBeUserSigFor({ userId })` in vitest: `setupFiles: ['@usersig/testing/vitest']`. It also sets the key of
 * `TEST_APP` in the environment.
 *
 * @module
 */
import { expect } from 'vitest'
import './environment.ts'
import { type ExpectedUserSig, toBeUserSigFor } from './matchers.ts'

expect.extend({ toBeUserSigFor })

declare global {
  /** @internal */
  namespace Chai {
    // What vitest makes its assertions of in all versions; its own interfaces have other parameters in each.
    interface Assertion {
      /** Checks that a text is a valid UserSig of `TEST_APP` for this user, at this time. */
      toBeUserSigFor(expected: ExpectedUserSig): void
    }
  }
}
