import { createHmac } from 'node:crypto'
import { inflateSync } from 'node:zlib'

/** The official Go verifier, step by step, with nothing of this project's: what Tencent's side makes of a ticket. */
export function verifyAsGoDoes(ticket: string, sdkAppId: number, secretKey: string, userId: string): void {
  const base64 = ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=')
  const document = JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString())
  if (document['TLS.sdkappid'] !== sdkAppId) throw new Error('sdkappid not match')
  if (document['TLS.identifier'] !== userId) throw new Error('identifier not match')
  if (Date.now() / 1000 > document['TLS.time'] + document['TLS.expire']) throw new Error('expired')
  let content = `TLS.identifier:${userId}\nTLS.sdkappid:${sdkAppId}\n`
  content += `TLS.time:${document['TLS.time']}\nTLS.expire:${document['TLS.expire']}\n`
  if (document['TLS.userbuf']) content += `TLS.userbuf:${document['TLS.userbuf']}\n`
  const sig = createHmac('sha256', secretKey).update(content).digest('base64')
  if (sig !== document['TLS.sig']) throw new Error('sig not match')
}
