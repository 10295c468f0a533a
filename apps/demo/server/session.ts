import { parseSigned, serializeSigned } from 'hono/utils/cookie'
import { findUser } from './users.ts'

const COOKIE = 'usersig_demo'
const LIFETIME = 8 * 3600

/** The demo's own login: a signed cookie that scripts of the page cannot read. */
export interface Sessions {
  /** `Set-Cookie` for a user who has logged in. */
  open(userId: string, secure: boolean): Promise<string>
  /** `Set-Cookie` for one who has logged out. */
  close(): Promise<string>
  /** The UserID behind the `Cookie` header of a request, if it is logged in. */
  userOf(cookieHeader: string | null | undefined): Promise<string | null>
}

export function createSessions(secret: string, now: () => number = Date.now): Sessions {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const
  const seconds = () => Math.floor(now() / 1000)
  return {
    open: (userId, secure) =>
      serializeSigned(COOKIE, `${userId}.${seconds() + LIFETIME}`, secret, { ...options, secure, maxAge: LIFETIME }),
    close: () => serializeSigned(COOKIE, '', secret, { ...options, maxAge: 0 }),
    async userOf(cookieHeader) {
      if (!cookieHeader) return null
      const { [COOKIE]: value } = await parseSigned(cookieHeader, secret, COOKIE)
      if (!value) return null
      const [userId, endsAt] = value.split('.')
      return Number(endsAt) > seconds() ? (findUser(userId)?.id ?? null) : null
    },
  }
}
