/**
 * Sets `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY` to those of {@link TEST_APP}, so that an app that reads them at its
 * start can be tested without its real key. Import it first, or name it in `setupFiles`.
 *
 * @module
 */
import { refuseProduction } from './production.ts'
import { TEST_APP } from './test-app.ts'

refuseProduction()

const { process } = globalThis as { process?: { env: Record<string, string | undefined> } }
if (process) {
  process.env['USERSIG_SDKAPPID'] = String(TEST_APP.sdkAppId)
  process.env['USERSIG_SECRETKEY'] = TEST_APP.secretKey
  // With the key and its file both set, an adapter would refuse to choose.
  delete process.env['USERSIG_SECRETKEY_FILE']
}
