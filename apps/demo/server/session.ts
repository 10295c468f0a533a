import { parseSigned, serializeSigned } from 'hono/utils/cookie'
import { findUser } from './users.ts'

const COOKIE = 'usersig_demo'
const LIFETIME = 8 * 3600

/** The demo's own login: a signed cookie that scripts of the page cannot read. */
export interface Sessions {
  /** `Set-Cookie` for a user who has logged in, and how long the user's tickets shall be valid, in seconds. */
  open(userId: string, lifetime: number, secure: boolean): Promise<string>
  /** `Set-Cookie` for one who has logged out. */
  close(): Promise<string>
  /** The UserID to which the `Cookie` header of a request belongs, if it is logged in. */
  userOf(cookieHeader: string | null | undefined): Promise<string | null>
  /** The lifetime that the user chose at the login. */
  lifetimeOf(cookieHeader: string | null | undefined): Promise<number | undefined>
}

export function createSessions(secret: string, now: () => number = Date.now): Sessions {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const
  const seconds = () => Math.floor(now() / 1000)

  async function read(cookieHeader: string | null | undefined): Promise<{ userId: string; lifetime: number } | null> {
    if (!cookieHeader) return null
    const { [COOKIE]: value } = await parseSigned(cookieHeader, secret, COOKIE)
    if (!value) return null
    const [id, endsAt, lifetime] = value.split('.')
    const user = Number(endsAt) > seconds() ? findUser(id) : undefined
    return user ? { userId: user.id, lifetime: Number(lifetime) } : null
  }
  return {
    open: (userId, lifetime, secure) =>
      serializeSigned(COOKIE, `${userId}.${seconds() + LIFETIME}.${lifetime}`, secret, {
        ...options,
        secure,
        maxAge: LIFETIME,
      }),
    close: () => serializeSigned(COOKIE, '', secret, { ...options, maxAge: 0 }),
    userOf: async (cookieHeader) => (await read(cookieHeader))?.userId ?? null,
    lifetimeOf: async (cookieHeader) => (await read(cookieHeader))?.lifetime,
  }
}
