import { show } from '../show.ts'
import { nearestName } from './nearest.ts'

/** Names of every member of a union of option types. */
export type OptionName<T> = T extends unknown ? keyof T & string : never

/**
 * Checks one value and returns what goes on into the program: the value itself, or a copy that the caller cannot change.
 * It is not called for `undefined`, which stands for an option that was left out.
 *
 * @throws TypeError, or UserSigError for what a user of the app may have given
 */
export type OptionCheck = (value: unknown, name: string) => unknown

/**
 * What there is to know about the options of one function: a row for each name of its type, which the compiler holds to
 * that type. It is the only list of the names.
 */
export type OptionTable<T> = { readonly [Name in OptionName<T>]-?: OptionCheck }

/**
 * Reads the options that a caller gave, once: everything after it works on the snapshot that it returns.
 *
 * Options may be inherited from a class or from an object in between, but not from `Object.prototype`: what pollutes that
 * must not become an option.
 *
 * @param given what the caller passed
 * @param table a row for each option
 * @param where the function whose options they are, for messages
 * @returns a frozen object without a prototype, with a property for each option that was given
 * @throws TypeError for a name that is not an option, with the nearest that is, and for a value of the wrong type
 */
export function readOptions<T extends object>(given: unknown, table: OptionTable<T>, where: string): Readonly<T> {
  const snapshot = Object.create(null) as Record<string, unknown>
  if (given === undefined) return Object.freeze(snapshot) as Readonly<T>
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`${where} needs an object with options, but got ${show(given)}`)
  }
  const holders = holdersOf(given)
  for (const holder of holders) {
    for (const name of Object.keys(holder)) {
      if (name in snapshot) continue
      if (!Object.hasOwn(table, name)) throw foreignName(name, Object.keys(table), where, holders)
      snapshot[name] = (given as Record<string, unknown>)[name]
    }
  }
  for (const name of Object.keys(snapshot)) {
    const value = snapshot[name]
    if (value === undefined) delete snapshot[name]
    else snapshot[name] = (table as Record<string, OptionCheck>)[name]?.(value, name)
  }
  return Object.freeze(snapshot) as Readonly<T>
}

/** The object and what it inherits from, without the root of the chain, whatever realm that root comes from. */
function holdersOf(given: object): readonly object[] {
  const holders = [given]
  for (;;) {
    const next: object | null = Object.getPrototypeOf(holders[holders.length - 1])
    if (next === null || Object.getPrototypeOf(next) === null) return holders
    holders.push(next)
  }
}

/** What a framework passes to a function that was mounted without being called is an object of a class of its own. */
function foreignName(name: string, names: readonly string[], where: string, holders: readonly object[]): TypeError {
  if (holders.length === 1 || nearestName(name, names) !== undefined) return unknownOption(name, names, where)
  return new TypeError(`${where} got an object of another kind in place of its options: did you mean ${where}()?`)
}

/** Whether options, or an object that they inherit from, have a name; the root of the chain does not count. */
export function isNamed(given: object, name: string): boolean {
  return holdersOf(given).some((holder) => Object.hasOwn(holder, name))
}

/** The error for a name that is not an option. */
export function unknownOption(name: string, names: readonly string[], where: string): TypeError {
  const nearest = nearestName(name, names)
  const advice = nearest === undefined ? `the options are ${names.join(', ')}` : `did you mean ${show(nearest)}?`
  return new TypeError(`${where}: there is no option ${show(name)}: ${advice}`)
}
