/** An application: its SDKAppID and its key. */
export interface TestApp {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** SDKSecretKey of the application. */
  readonly secretKey: string
}

/** An application as variables of the environment. */
export interface TestEnv {
  /** SDKAppID, in digits. */
  readonly USERSIG_SDKAPPID: string
  /** SDKSecretKey. */
  readonly USERSIG_SECRETKEY: string
}

/**
 * An application for tests, with a key that is published and guards nothing.
 * Source: github.com/tencentyun/tls-sig-api-v2-node README.md.
 *
 * @example
 * ```ts
 * const signer = createUserSigner(TEST_APP)
 * ```
 */
export const TEST_APP: TestApp = Object.freeze({
  sdkAppId: 1_400_000_000,
  secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
})

/** The same as variables: the `env` of a Worker under test, or what `process.env` gets. */
export const TEST_ENV: TestEnv = Object.freeze({
  USERSIG_SDKAPPID: String(TEST_APP.sdkAppId),
  USERSIG_SECRETKEY: TEST_APP.secretKey,
})
