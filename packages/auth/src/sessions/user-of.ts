import { toUserId } from '@usersig/core'

/** Longest id of an app that is looked at, in characters. */
const MAX_ID = 1024

/**
 * The UserID for the id under which an app knows its user, or `null` where nobody is logged in.
 *
 * @param id what the session holds
 * @param place where it was, for the message
 * @throws TypeError for what is not an id: a session that holds something else must not become a login
 */
export function userOf(id: unknown, place: string): string | null {
  if (id === undefined || id === null || id === '' || id === false) return null
  if (typeof id === 'string' && id.length <= MAX_ID) return toUserId(id)
  if (typeof id === 'bigint' || Number.isSafeInteger(id)) return toUserId(String(id))
  const found = typeof id === 'string' ? `has ${id.length} characters` : `is of the type ${typeof id}`
  throw new TypeError(`${place} ${found}, but must be the id of the user: a text or a whole number`)
}

/** An own member of an object; what a polluted prototype adds is not one. */
export function ownMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}
