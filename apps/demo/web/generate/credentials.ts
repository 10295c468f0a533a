import type { IssuedTickets } from '@usersig/core'

/** What a QR code can hold. */
export type QrContent = 'userSig' | 'privateMapKey' | 'json'

/** What an app needs for a login, as JSON. */
export function toJson({ sdkAppId, userId, userSig, privateMapKey }: IssuedTickets): string {
  return JSON.stringify({ sdkAppId, userId, userSig, ...(privateMapKey && { privateMapKey }) })
}

/** The text of a QR code; `undefined` where there is none. */
export function contentOf(issued: IssuedTickets, content: QrContent): string | undefined {
  return content === 'json' ? toJson(issued) : issued[content]
}
