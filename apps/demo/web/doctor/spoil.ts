import { createUserSigner } from '@usersig/core'
import { EXAMPLE_APP, signExample } from '../state/example.ts'
import type { Texts } from '../texts/en.ts'

/** Ways in which a good ticket does not arrive. */
export const SPOILED: Readonly<Record<keyof Texts['doctor']['examples'], () => string>> = {
  quotes: () => JSON.stringify({ code: 0, data: { userSig: signExample() } }),
  cut: () => signExample().slice(0, 128),
  encoded: () => encodeURIComponent(encodeURIComponent(toStandardBase64(signExample()))),
  wrapped: () => signExample().replace(/(.{64})/g, '$1\n'),
  expired: () => signExample({ issuedAt: Math.floor(Date.now() / 1000) - 90_000, expire: 86_400 }),
  otherKey: () =>
    createUserSigner({ sdkAppId: EXAMPLE_APP.sdkAppId, secretKey: EXAMPLE_APP.secretKey.toUpperCase() }).genUserSig(
      'alice',
    ),
  jwt: () => 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.bm90IGEgVXNlclNpZw',
}

function toStandardBase64(ticket: string): string {
  return ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
}
