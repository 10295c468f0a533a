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

/** The document of a ticket whose signature fits, which is for this application, and which has not expired. */
function readPlain(sdkAppId: number, secretKey: string, ticket: string): Record<string, string> {
  const packed = Buffer.from(ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64')
  const document = JSON.parse(inflateSync(packed).toString())
  const { 'TLS.identifier': userId, 'TLS.time': time, 'TLS.expire': expire, 'TLS.userbuf': userBuf } = document
  const lines = content(userId, document['TLS.sdkappid'], time, expire)
  const mac = createHmac('sha256', secretKey)
    .update(userBuf === undefined ? lines : `${lines}TLS.userbuf:${userBuf}\n`)
    .digest()
  if (!timingSafeEqual(mac, Buffer.from(document['TLS.sig'], 'base64'))) throw new Error('bad signature')
  if (document['TLS.sdkappid'] !== sdkAppId) throw new Error('another application')
  if (Date.now() / 1000 > time + expire) throw new Error('expired')
  return document
}

export function verifyPlain(sdkAppId: number, secretKey: string, ticket: string): string {
  return readPlain(sdkAppId, secretKey, ticket)['TLS.identifier'] as string
}

export function verifyRoomPlain(sdkAppId: number, secretKey: string, ticket: string, roomId: number): string {
  const { 'TLS.identifier': userId = '', 'TLS.userbuf': userBuf = '' } = readPlain(sdkAppId, secretKey, ticket)
  const record = Buffer.from(userBuf, 'base64')
  const words = 3 + record.readUInt16BE(1)
  if (record.toString('utf8', 3, words) !== userId) throw new Error('another user')
  if (record.readUInt32BE(words) !== sdkAppId) throw new Error('another application')
  if (record.readUInt32BE(words + 4) !== roomId) throw new Error('another room')
  if (Date.now() / 1000 > record.readUInt32BE(words + 8)) throw new Error('expired')
  return userId
}
