/**
 * UserSig tickets for the tests of your own app.
 *
 * @module
 */
export { createFakeIssuer, type FakeIssuer, type FakeIssuerOptions, type IssuerFailure } from './fake-issuer.ts'
export { createFakeProvider, type FakeProvider, type FakeProviderOptions, type PublicKeys } from './fake-provider.ts'
export { type ExpectedUserSig, type MatcherResult, toBeUserSigFor } from './matchers.ts'
export { TEST_APP, TEST_ENV, type TestApp, type TestEnv } from './test-app.ts'
export { createTestSigner, type TestSignerOptions } from './test-signer.ts'
export { createTestTickets, type TestTickets, type TestTicketsOptions } from './tickets.ts'
