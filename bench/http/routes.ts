import type { IncomingMessage } from 'node:http'

export const SDK_APP_ID = 1400000000
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
export const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }

/** The app's own login, the same on the bare route and on ours: a session that is looked up. */
const sessions = new Map(Array.from({ length: 1000 }, (_, i) => [`session-${i}`, `user-${i}`]))
export const AUTHORIZATION = 'Bearer session-7'

export async function userOf(authorization: string | null | undefined): Promise<string | null> {
  const userId = await Promise.resolve(sessions.get((authorization ?? '').replace('Bearer ', '')))
  return userId ?? null
}

export function userOfRequest(request: Pick<IncomingMessage, 'headers'>): Promise<string | null> {
  return userOf(request.headers.authorization)
}

/** What the bare route answers: JSON as long as a set of credentials. */
export function bareAnswer(userId: string): Record<string, unknown> {
  const issuedAt = Math.floor(Date.now() / 1000)
  const expire = 604_800
  return { sdkAppId: SDK_APP_ID, userId, userSig: 'x'.repeat(248), issuedAt, expire, expiresAt: issuedAt + expire }
}

/** Everybody may watch in every room. */
export function authorizeRoom(): 'audience' {
  return 'audience'
}
