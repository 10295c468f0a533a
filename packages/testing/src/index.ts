/**
 * UserSig tickets for the tests of your own app.
 *
 * @module
 */
export { createFakeIssuer, type FakeIssuer, type FakeIssuerOptions } from './fake-issuer.ts'
export { TEST_APP } from './test-app.ts'
