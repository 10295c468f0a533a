import { requestHeaders } from './request-headers.ts'
import { ownMember, userOf } from './user-of.ts'

/** What is used of the object that `betterAuth()` of the package better-auth returns. */
export interface BetterAuthLike {
  /** The endpoints of Better Auth, as functions. */
  readonly api: BetterAuthApi
}

/** What is used of the endpoints of Better Auth. */
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

/** What is used of a session of Better Auth. */
export interface BetterAuthSession {
  /** Who is logged in; its `id` becomes the UserID. */
  readonly user: object
}

/**
 * Sessions of Better Auth. The session is read from the database and not from the cookie's copy, since a ticket may be
 * valid for longer than that copy. The id of the user goes through `toUserId`.
 * Source: better-auth.com/docs/concepts/session-management.
 *
 * @param auth what `betterAuth()` of better-auth returns
 * @throws TypeError for something else
 * @example
 * ```ts
 * const issue = issueUserSig({ authenticate: betterAuth(auth) }) // auth: what betterAuth() of better-auth returns
 * ```
 */
export function betterAuth(auth: BetterAuthLike): (request: unknown) => Promise<string | null> {
  if (typeof auth?.api?.getSession !== 'function') {
    throw new TypeError('betterAuth() takes what betterAuth() of the package better-auth returns')
  }
  return async (request) => {
    const headers = requestHeaders(request)
    const session = await auth.api.getSession({ headers, query: { disableCookieCache: true } })
    return session ? userOf(ownMember(session.user, 'id'), 'session.user.id') : null
  }
}
