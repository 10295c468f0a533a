import { createHmac, timingSafeEqual } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'

/*
 * What a team writes by hand with Node's own modules: correct for honest input, without the checks of a library. It is the
 * yardstick for verifying, since no official program for Node verifies.
 */

function content(userId: string, sdkAppId: number, time: number, expire: number): string {
  return `TLS.identifier:${userId}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${time}\nTLS.expire:${expire}\n`
}

export function signPlain(sdkAppId: number, secretKey: string, userId: string, expire: number): string {
  const time = Math.floor(Date.now() / 1000)
  const sig = createHmac('sha256', secretKey)
    .update(content(userId, sdkAppId, time, expire))
    .digest('base64')
  const document = {
    'TLS.ver': '2.0',
    'TLS.identifier': userId,
    'TLS.sdkappid': sdkAppId,
    'TLS.expire': expire,
    'TLS.time': time,
    'TLS.sig': sig,
  }
  return deflateSync(JSON.stringify(document))
    .toString('base64')
    .replaceAll('+', '*')
    .replaceAll('/', '-')
    .replaceAll('=', '_')
}

export function verifyPlain(sdkAppId: number, secretKey: string, ticket: string): string {
  const packed = Buffer.from(ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64')
  const document = JSON.parse(inflateSync(packed).toString())
  const { 'TLS.identifier': userId, 'TLS.time': time, 'TLS.expire': expire } = document
  const mac = createHmac('sha256', secretKey)
    .update(content(userId, document['TLS.sdkappid'], time, expire))
    .digest()
  if (!timingSafeEqual(mac, Buffer.from(document['TLS.sig'], 'base64'))) throw new Error('bad signature')
  if (document['TLS.sdkappid'] !== sdkAppId) throw new Error('another application')
  if (Date.now() / 1000 > time + expire) throw new Error('expired')
  return userId
}
