import { createHmac } from 'node:crypto'
import { packDocument } from '../../src/index.ts'

const APP = 1_400_123_456
const KEY = '3f2a91c07be4d85516f09a2277cd41b8e06d5f3c9a8817402be6c1d30f5a9e74'

/** The application of the reports. */
export const recipe = { app: APP, key: KEY, keys: [{ sdkAppId: APP, secretKey: KEY }] }

interface Mistakes {
  readonly user?: string
  /** Seconds from now. */
  readonly at?: number
  /** Unit of TLS.time in its own. */
  readonly timesPerSecond?: number
  readonly key?: string
  readonly lineEnd?: string
  readonly signature?: Uint8Array
  readonly signed?: { readonly sdkAppId: number }
}

/** A ticket of now, as a generator with these mistakes makes it. */
export function sign(mistakes: Mistakes = {}): string {
  const { user = 'alice', at = 0, timesPerSecond = 1, key = KEY, lineEnd = '\n', signature, signed } = mistakes
  const time = (Math.floor(Date.now() / 1000) + at) * timesPerSecond
  const lines = [
    `TLS.identifier:${user}`,
    `TLS.sdkappid:${signed?.sdkAppId ?? APP}`,
    `TLS.time:${time}`,
    'TLS.expire:604800',
  ]
  const mac =
    signature ??
    createHmac('sha256', key)
      .update(lines.map((line) => line + lineEnd).join(''))
      .digest()
  return packDocument(
    JSON.stringify({
      'TLS.ver': '2.0',
      'TLS.identifier': user,
      'TLS.sdkappid': APP,
      'TLS.time': time,
      'TLS.expire': 604_800,
      'TLS.sig': Buffer.from(mac).toString('base64'),
    }),
  )
}
