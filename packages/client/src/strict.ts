import type { Room } from './tickets.ts'

/** What each option has to be: a text that holds the `typeof` of every value that is right. */
export type Kinds<Options> = Record<keyof Options, string>

/** How many pairs of neighbouring letters of one name are in the other. */
const likeness = (name: string, other: string) =>
  [...name].filter((_, at) => at && other.includes(name.slice(at - 1, at + 1))).length

/**
 * Reads options once; nothing after it looks at the caller's object again, nor at what it inherits.
 *
 * @throws TypeError for a name that is not an option, with the nearest one that is, and for a value of the wrong type.
 */
export function readOptions<Options extends object>(given: Options | undefined, kinds: Kinds<Options>): Options {
  const options = Object.create(null)
  const names = Object.keys(kinds)
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!names.includes(name)) {
      names.sort((a, b) => likeness(name, b) - likeness(name, a))
      throw new TypeError(`there is no option \`${name}\`: did you mean \`${names[0]}\`?`)
    }
    if (value === undefined) continue
    const kind = kinds[name as keyof Options]
    const inRange = typeof value === 'number' ? value >= 0 && value <= 86400 : value !== ''
    if (!inRange || !kind.includes(typeof value)) throw new TypeError(`\`${name}\` must be a ${kind}`)
    options[name] = value
  }
  if (options.room) options.room = { __proto__: null, ...options.room }
  const { room } = options as { room?: Room }
  if (room && !room.roomId === !room.strRoomId) throw new TypeError('`room` must be { roomId } or { strRoomId }')
  return options
}
