/**
 * UserSig tickets for the tests of your own app.
 *
 * @module
 */
export { createFakeIssuer, type FakeIssuer, type FakeIssuerOptions } from './fake-issuer.ts'
export { TEST_APP, TEST_ENV } from './test-app.ts'
export { createTestSigner } from './test-signer.ts'
