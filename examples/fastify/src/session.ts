// Stands in for your own login: @fastify/session, Passport, or whatever else knows your users. It takes a cookie that holds a
// JSON Web Token.
import { toUserId } from '@usersig/fastify'
import { errors, jwtVerify } from 'jose'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')
const secret = new TextEncoder().encode(SESSION_SECRET)

/** The user of a session as a UserID, or null. */
export async function userOfSession(token: string | undefined): Promise<string | null> {
  if (!token) return null
  try {
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'] })
    // A UserID has 32 bytes at most: the ids of most logins, such as a UUID, are longer.
    return payload.sub ? toUserId(payload.sub) : null
  } catch (error) {
    // Forged, damaged or expired: nobody is logged in.
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
