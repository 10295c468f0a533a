import { type OptionTable, readOptions, text } from '@usersig/core/internal'
import { ownMember, userOf } from './user-of.ts'

/** Where the user of a request keeps its id. */
export interface PassportUserOptions {
  /** The member of `req.user` that is the id of the user. @defaultValue 'id' */
  key?: string
}

const PASSPORT_USER: OptionTable<PassportUserOptions> = { key: text }

/**
 * The user of Passport: `req.user` of Express, Nest and Fastify, `ctx.state.user` of Koa. `toUserId` maps the id.
 *
 * @param given the name of the id
 * @throws TypeError for an option that is unknown or of the wrong type
 * @example
 * ```ts
 * const issue = issueUserSig({ authenticate: passportUser() }) // after passport.authenticate('session')
 * ```
 */
export function passportUser(given: PassportUserOptions = {}): (request: unknown) => string | null {
  const { key = 'id' } = readOptions<PassportUserOptions>(given, PASSPORT_USER, 'passportUser')
  return (request) => {
    const { user, state } = Object(request) as { user?: unknown; state?: unknown }
    const found = user ?? ownMember(state, 'user')
    if (found === undefined || found === null || found === false) return null
    const id = memberOf(found, key)
    if (id !== undefined && id !== null) return userOf(id, `user.${key}`)
    throw new TypeError(`the user has no ${key}: name the member that is its id, as in passportUser({ key: '_id' })`)
  }
}

/** Users of an ORM have their members as getters of their class: all but those of `Object.prototype` count. */
function memberOf(user: unknown, key: string): unknown {
  if (typeof user !== 'object' || user === null || key in Object.prototype) return undefined
  const id = (user as Record<string, unknown>)[key]
  // MongoDB's ObjectId.
  const { toHexString } = Object(id) as { toHexString?: unknown }
  return typeof id === 'object' && typeof toHexString === 'function' ? toHexString.call(id) : id
}
