import { UserSigError } from './errors.ts'
import { show } from './show.ts'

/**
 * The rights in a room, as bits of a PrivateMapKey.
 * Source: trtc.io/document/35157. (Comments in some official programs give 200 for the last; it is 128.)
 */
export const PRIVILEGES = {
  /** Create the room. */
  createRoom: 1,
  /** Enter the room. */
  enterRoom: 2,
  /** Send audio. */
  sendAudio: 4,
  /** Receive audio. */
  receiveAudio: 8,
  /** Send video. */
  sendVideo: 16,
  /** Receive video. */
  receiveVideo: 32,
  /** Send the substream: screen sharing. */
  sendSubstream: 64,
  /** Receive the substream: screen sharing. */
  receiveSubstream: 128,
} as const

/** Name of one right. */
export type PrivilegeName = keyof typeof PRIVILEGES

/** Sets of rights that rooms commonly need. */
export const PRIVILEGE_PRESETS = {
  /** Everything: 255. */
  all: 255,
  /** Who goes on stage, the TRTC role of that name: everything: 255. */
  anchor: 255,
  /** Enters, hears and sees, but not screen sharing: 42, the documents' own example. */
  audience: 42,
  /** Enters, hears and sees everything, screen sharing included, but sends nothing: 170. */
  muted: 170,
  /** Enters, speaks and hears: 14. */
  voice: 14,
  /** No right at all: 0. */
  none: 0,
} as const

/** Name of a set of rights. */
export type PrivilegePreset = keyof typeof PRIVILEGE_PRESETS

/** Rights as a preset, a list of names, or bits from 0 to 255. */
export type Privileges = PrivilegePreset | readonly PrivilegeName[] | number

const NAMES = Object.keys(PRIVILEGES) as PrivilegeName[]

/**
 * Bits of a set of rights.
 *
 * @param privileges a preset, names, or bits from 0 to 255
 * @throws UserSigError `invalid_privileges` for an unknown name or a number outside of 0..255
 * @example
 * ```ts
 * toPrivilegeMap(['enterRoom', 'receiveAudio']) // 10
 * toPrivilegeMap('audience') // 42
 * ```
 */
export function toPrivilegeMap(privileges: Privileges): number {
  if (typeof privileges === 'number') {
    if (Number.isInteger(privileges) && privileges >= 0 && privileges <= 255) return privileges
    throw new UserSigError('invalid_privileges', `privileges is ${show(privileges)}, but bits go from 0 to 255`)
  }
  if (typeof privileges === 'string') {
    if (Object.hasOwn(PRIVILEGE_PRESETS, privileges)) return PRIVILEGE_PRESETS[privileges]
    throw new UserSigError(
      'invalid_privileges',
      `privileges is ${show(privileges)}, which is no preset: there are ${Object.keys(PRIVILEGE_PRESETS).join(', ')}`,
    )
  }
  if (!Array.isArray(privileges)) {
    throw new UserSigError('invalid_privileges', `privileges is ${show(privileges)}`)
  }
  let map = 0
  for (const name of privileges as readonly PrivilegeName[]) {
    if (typeof name !== 'string' || !Object.hasOwn(PRIVILEGES, name)) {
      throw new UserSigError(
        'invalid_privileges',
        `privileges holds ${show(name)}, which is no privilege: there are ${NAMES.join(', ')}`,
      )
    }
    map |= PRIVILEGES[name]
  }
  return map
}

/**
 * Names of the rights whose bits are set; unknown bits have none.
 *
 * @param privilegeMap bits from 0 to 255
 * @example
 * ```ts
 * toPrivilegeNames(42) // ['enterRoom', 'receiveAudio', 'receiveVideo']
 * ```
 */
export function toPrivilegeNames(privilegeMap: number): PrivilegeName[] {
  return NAMES.filter((name) => (privilegeMap & PRIVILEGES[name]) !== 0)
}
