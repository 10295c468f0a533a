import { jwt } from 'hono/jwt'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

// Stands in for your own login: Auth.js, Better Auth, Clerk, or whatever else knows your users. It takes a cookie that holds
// a JSON Web Token.
export const login = jwt({ secret: SESSION_SECRET, alg: 'HS256', cookie: 'session' })
