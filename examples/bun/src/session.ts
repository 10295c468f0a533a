// Stands in for your own login: Auth.js, Better Auth, Clerk, or whatever else knows your users. It takes a cookie that holds
// a JSON Web Token.
import { toUserId } from '@usersig/edge'
import { errors, jwtVerify } from 'jose'

/** The user of the request's session as a UserID, or null. */
export async function userOfSession(request: Request, secret: string | undefined): Promise<string | null> {
  if (!secret) throw new Error('SESSION_SECRET is not set')
  const token = /(?:^|;\s*)session=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  if (!token) return null
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] })
    // A UserID has 32 bytes at most: the ids of most logins, such as a UUID, are longer.
    return payload.sub ? toUserId(payload.sub) : null
  } catch (error) {
    // Forged, damaged or expired: nobody is logged in.
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
