import { requestHeaders } from './request-headers.ts'
import { ownMember, userOf } from './user-of.ts'

/** The part of the result of `betterAuth()` (package better-auth) that is used. */
export interface BetterAuthLike {
  /** The endpoints of Better Auth, as functions. */
  readonly api: BetterAuthApi
}

/** The endpoints of Better Auth that are used. */
export interface BetterAuthApi {
  /**
   * Finds the session of a request.
   *
   * @param options the headers of the request, and that the cookie's copy of the session does not count
   */
  getSession(options: {
    readonly headers: Headers
    readonly query: { readonly disableCookieCache: true }
  }): Promise<BetterAuthSession | null>
}

/** The part of a Better Auth session that is used. */
export interface BetterAuthSession {
  /** The logged-in user; its `id` becomes the UserID. */
  readonly user: object
}

/**
 * Sessions of Better Auth. It reads the session from the database and not from the cookie cache, because a ticket may
 * be valid for longer than that cache. `toUserId` maps the user's id. Source:
 * better-auth.com/docs/concepts/session-management.
 *
 * @param auth the result of `betterAuth()`
 * @throws TypeError for something else
 * @example
 * ```ts
 * const issue = issueUserSig({ authenticate: betterAuth(auth) }) // auth: what betterAuth() of better-auth returns
 * ```
 */
export function betterAuth(auth: BetterAuthLike): (request: unknown) => Promise<string | null> {
  if (typeof auth?.api?.getSession !== 'function') {
    throw new TypeError('betterAuth() needs the result of betterAuth() of the package better-auth')
  }
  return async (request) => {
    const headers = requestHeaders(request)
    const session = await auth.api.getSession({ headers, query: { disableCookieCache: true } })
    return session ? userOf(ownMember(session.user, 'id'), 'session.user.id') : null
  }
}
