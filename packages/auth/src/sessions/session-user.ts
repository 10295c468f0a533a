import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import { ownMember, userOf } from './user-of.ts'

/** Where a session keeps its user. */
export interface SessionUserOptions {
  /** The name under which the session holds the id of the user. @defaultValue 'userId' */
  key?: string
}

const SESSION_USER: OptionTable<SessionUserOptions> = { key: text }

/**
 * The user of a server-side session: of express-session and cookie-session, of `@fastify/session` and
 * `@fastify/secure-session`, of koa-session, and of hono-sessions. The login of your app sets the id, such as
 * `req.session.userId = user.id`; `toUserId` maps it.
 *
 * @param given the name of the id within the session
 * @throws TypeError for an option that is unknown or of the wrong type
 * @example
 * ```ts
 * const issue = issueUserSig({ authenticate: sessionUser() }) // after the session middleware
 * ```
 */
export function sessionUser(given: SessionUserOptions = {}): (request: unknown) => string | null {
  const { key = 'userId' } = readOptions<SessionUserOptions>(given, SESSION_USER, 'sessionUser')
  return (request) => {
    const session = sessionOf(request)
    if (session === undefined || session === null) {
      throw new TypeError('the request has no session: put the session middleware before the endpoint')
    }
    return userOf(read(session, key), `session.${key}`)
  }
}

interface Known {
  readonly session?: unknown
  /** Of a Hono context. */
  get?(name: string): unknown
}

function sessionOf(request: unknown): unknown {
  const { session, get } = Object(request) as Known
  // Express has `req.get(name)` too, which reads a header: only where there is no session is it a Hono context.
  if (session !== undefined || typeof get !== 'function' || !isHonoContext(request)) return session
  return (request as Required<Known>).get('session')
}

function isHonoContext(request: unknown): boolean {
  return (request as { req?: { raw?: unknown } }).req?.raw instanceof Request
}

/** Some sessions are objects, others have a method; `@fastify/session` has both. */
function read(session: unknown, key: string): unknown {
  const own = ownMember(session, key)
  const { get } = Object(session) as { get?: unknown }
  return own === undefined && typeof get === 'function' ? get.call(session, key) : own
}
