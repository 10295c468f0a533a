/**
 * Sets `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY` to those of `TEST_APP`, so that an app that reads them at its
 * start can be tested without its real key; and `WECHAT_APP_SECRET`, which `wechat()` of `@usersig/auth` is usually
 * made with, to a text that opens nothing. Import it first, or name it in `setupFiles`.
 *
 * @module
 */
import { refuseProduction } from './production.ts'
import { TEST_ENV } from './test-app.ts'

refuseProduction()

const { process } = globalThis as { process?: { env: Record<string, string | undefined> } }
if (process) {
  Object.assign(process.env, TEST_ENV, { WECHAT_APP_SECRET: 'opens nothing' })
  // With the key and its file both set, an adapter would refuse to choose.
  delete process.env['USERSIG_SECRETKEY_FILE']
}
