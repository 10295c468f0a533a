import { ownMember, userOf } from './user-of.ts'

/** The part of an Auth.js session that is used. */
export interface AuthJsSession {
  /** The logged-in user. */
  readonly user?: AuthJsUser | null
}

/** The part of a session's user that is used. */
export interface AuthJsUser {
  /** The id of the user. Auth.js leaves it out by default. */
  readonly id?: string
}

/**
 * Sessions of Auth.js (NextAuth). The session must contain `user.id`, which Auth.js omits by default: add it in the
 * `session` callback, as in `session.user.id = token.sub`. `toUserId` maps it. Source:
 * authjs.dev/guides/extending-the-session.
 *
 * @param getSession returns the session of a request: `() => auth()` in Next.js, or `(req) => getSession(req, config)`
 * with `@auth/express`
 * @throws TypeError if it is not a function
 * @example
 * ```ts
 * export const POST = issueUserSig({ authenticate: authJs(() => auth()) }) // auth: what NextAuth() returns
 * ```
 */
export function authJs(
  // biome-ignore lint/suspicious/noExplicitAny: the request is the one of the framework that the app uses
  getSession: (request: any) => Promise<AuthJsSession | null>,
): (request: unknown) => Promise<string | null> {
  if (typeof getSession !== 'function') throw new TypeError('authJs() takes a function, such as () => auth()')
  return async (request) => {
    const session = await getSession(request)
    const user = ownMember(session, 'user')
    if (user === undefined || user === null) return null
    const id = ownMember(user, 'id')
    if (id !== undefined) return userOf(id, 'session.user.id')
    throw new TypeError('the session has no user.id: add it in the session callback of Auth.js')
  }
}
