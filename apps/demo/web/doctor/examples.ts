import { createUserSigner } from '@usersig/core'
import { EXAMPLE_APP, signExample } from '../state/example.ts'
import type { Texts } from '../texts/en.ts'

/** What people come with. */
export const EXAMPLES: Readonly<Record<keyof Texts['doctor']['examples'], () => string>> = {
  code: () => '70009',
  log: () =>
    `12:00:01.207 E imsdk login failed, sdkAppId: ${EXAMPLE_APP.sdkAppId}, identifier: alice, userSig: ${signExample({
      issuedAt: Math.floor(Date.now() / 1000) - 90_000,
    })}, code: 70001, desc: UserSig has expired`,
  chinese: () => '登录失败，code=6206，UserSig 过期',
  curl: () =>
    `curl 'https://console.tim.qq.com/v4/im_open_login_svc/account_import?sdkappid=${EXAMPLE_APP.sdkAppId}&identifier=administrator&usersig=${encodeURIComponent(signExample())}&random=1&contenttype=json' -d '{"UserID":"bob"}'`,
  env: () => `USERSIG_SDKAPPID=${EXAMPLE_APP.sdkAppId}\nUSERSIG_SECRETKEY="${EXAMPLE_APP.secretKey.toUpperCase()}"`,
  cut: () => signExample().slice(0, 128),
  encoded: () => encodeURIComponent(encodeURIComponent(toStandardBase64(signExample()))),
  otherKey: () =>
    createUserSigner({ sdkAppId: EXAMPLE_APP.sdkAppId, secretKey: EXAMPLE_APP.secretKey.toUpperCase() }).genUserSig(
      'alice',
    ),
}

function toStandardBase64(ticket: string): string {
  return ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
}
