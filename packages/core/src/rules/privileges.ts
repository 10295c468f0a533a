import { UserSigError } from '../errors.ts'
import { show } from '../show.ts'

/**
 * The rights in a room, as bits of a PrivateMapKey.
 * Source: trtc.io/document/35157. (Comments in some official programs say 200 for the last; it is 128.)
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
    throw invalid(`privileges is ${show(privileges)}, but bits go from 0 to 255`)
  }
  if (typeof privileges === 'string') return presetMap(privileges)
  if (!Array.isArray(privileges)) throw invalid(`privileges is ${show(privileges)}, but must be ${FORMS}`)
  if (privileges.length > MAX_NAMES)
    throw invalid(`privileges holds ${privileges.length} names: there are ${NAMES.length}`)
  let map = 0
  for (const name of privileges as readonly unknown[]) map |= bitOf(name)
  return map
}

const FORMS = 'the name of a preset, an array of privilege names, or a number from 0 to 255'

/** A list may name a right twice, but not without end. */
const MAX_NAMES = 64

function presetMap(preset: string): number {
  if (isKeyOf(PRIVILEGE_PRESETS, preset)) return PRIVILEGE_PRESETS[preset]
  const known = Object.keys(PRIVILEGE_PRESETS).join(', ')
  throw invalid(`privileges is ${show(preset)}, which is not a preset: there are ${known}`)
}

function bitOf(name: unknown): number {
  if (typeof name === 'string' && isKeyOf(PRIVILEGES, name)) return PRIVILEGES[name]
  throw invalid(`privileges holds ${show(name)}, which is not a privilege: there are ${NAMES.join(', ')}`)
}

/** A text that is longer than all names is not looked up: that alone would read all of it. */
function isKeyOf<T extends object>(table: T, name: string): name is keyof T & string {
  return name.length <= 32 && Object.hasOwn(table, name)
}

function invalid(message: string): UserSigError {
  return new UserSigError('invalid_privileges', message)
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
  const known = privilegeMap & PRIVILEGE_PRESETS.all
  namesOf[known] ??= NAMES.filter((name) => (known & PRIVILEGES[name]) !== 0)
  // A list of its own for each caller, who may change it.
  return namesOf[known].slice()
}

/** The names of each set of rights that was asked for. */
const namesOf: PrivilegeName[][] = []
