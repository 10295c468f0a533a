import { SignJWT } from 'jose'

// Prints a cookie to try the example with: there is no login page here.
const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')
const token = await new SignJWT({ sub: process.argv[2] ?? 'alice' })
  .setProtectedHeader({ alg: 'HS256' })
  .setExpirationTime('1d')
  .sign(new TextEncoder().encode(SESSION_SECRET))
console.log(`session=${token}`)
