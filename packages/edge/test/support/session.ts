import { SignJWT } from 'jose'

/** What a login would put into the cookie `session` of the examples. */
export async function createSession(userId: string, secret: string, lifetime = '1h'): Promise<string> {
  const token = new SignJWT({ sub: userId }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(lifetime)
  return await token.sign(new TextEncoder().encode(secret))
}
