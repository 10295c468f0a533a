import type { Claims } from '@usersig/auth'
import type { Privileges, RoomId } from '@usersig/core'
import type { RoomRule } from '../config/types.ts'

/** Who asks for which room. */
export interface RoomQuestion {
  /** The application, by its name in the configuration. */
  readonly app: string
  readonly userId: string
  readonly room: RoomId
  readonly claims: Claims
}

/** Asks the app about a room: the rights, or `null` where it says no. */
export type AskApp = (question: RoomQuestion) => Promise<Privileges | null>

/** A rule, and how the app is asked where it says so. */
export interface PreparedRule {
  readonly rule: RoomRule
  readonly ask: AskApp | undefined
}

/** What the user may do in the room: the first rule that fits decides, `null` where none does. */
export async function authorize(rules: readonly PreparedRule[], question: RoomQuestion): Promise<Privileges | null> {
  const found = rules.find(({ rule }) => fits(rule, question))
  if (!found) return null
  return found.ask ? await found.ask(question) : (found.rule.rights ?? 'audience')
}

function fits({ scope, claim, rooms }: RoomRule, { claims, room }: RoomQuestion): boolean {
  const asked = room.roomId ?? room.strRoomId
  if (scope !== undefined && !scopesOf(claims).includes(scope)) return false
  if (claim !== undefined && ![own(claims, claim)].flat().includes(asked)) return false
  return rooms === undefined || rooms.some((each) => isRoom(each, asked))
}

/** A numeric room is another room than a string room with the same digits. */
function isRoom(pattern: string | number, asked: string | number | undefined): boolean {
  if (typeof pattern !== 'string' || typeof asked !== 'string' || !pattern.endsWith('*')) return pattern === asked
  return asked.startsWith(pattern.slice(0, -1))
}

/** Source: RFC 8693, section 4.2, for `scope`; Okta and Entra write `scp`. */
function scopesOf(claims: Claims): readonly unknown[] {
  return [own(claims, 'scope'), own(claims, 'scp')]
    .flat()
    .flatMap((each) => (typeof each === 'string' ? each.split(' ') : []))
}

function own(claims: Claims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined
}
