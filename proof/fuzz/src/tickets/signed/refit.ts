import { pack } from '../pack.ts'
import type { MutateAndSign, Signed } from '../sample.ts'
import { entriesOf, signature } from '../sign.ts'
import { plain } from './resign.ts'

/** Lines within a field: the same signed text, read as other fields. */
export const refit: MutateAndSign = (random, { app, now }) => {
  const wanted: Signed = { ...plain(app, now), userId: random.pick(['admin', 'alice', 'x']), expire: 2_147_483_647 }
  const { userId, sdkAppId, issuedAt, expire } = wanted
  const lines = ['', `TLS.sdkappid:${sdkAppId}`, `TLS.time:${issuedAt}`, `TLS.expire:${expire}`, 'TLS.userbuf:']
  const cutAt = random.between(2, lines.length)
  const injected: Signed = { ...plain(app, now), userId: userId + lines.slice(0, cutAt).join('\n') }
  const rest = `${random.pick(['', '\n'])}TLS.sdkappid:${sdkAppId}\nTLS.time:${now}\nTLS.expire:86400`
  const shown: Signed = random.pick([
    wanted,
    { ...wanted, userBuf: rest },
    { ...wanted, issuedAt: `${issuedAt}\n${rest}` },
    { ...wanted, expire: `${expire}\n${rest}` },
    injected,
  ])
  const document = Object.fromEntries(entriesOf(shown, app.secretKey))
  document['TLS.sig'] = signature(injected, app.secretKey)
  return { text: pack(random, JSON.stringify(document)), signed: [injected] }
}
