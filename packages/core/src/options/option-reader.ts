import { isNamed, type OptionCheck, type OptionName, type OptionTable, readOptions } from './read-options.ts'

/**
 * {@link readOptions} for functions that are called for each ticket: an object literal, whose names are all its own, is
 * read in a fraction of the time.
 *
 * What it returns has a property of its own for each option, so that nothing on `Object.prototype` can stand in for one
 * that was not given.
 *
 * @param table a row for each option
 * @param where the function whose options they are, for messages
 * @param notUndefined options whose check is asked about `undefined` too, where a caller wrote that: to take it for an
 * option that was left out would open what was meant to be closed
 */
export function optionReader<
  T extends object,
  Read = { readonly [Name in OptionName<T>]: T[Name & keyof T] | undefined },
>(table: OptionTable<T>, where: string, notUndefined: readonly OptionName<T>[] = []): (given: unknown) => Read {
  const checks = table as Readonly<Record<string, OptionCheck>>
  const nothing = Object.freeze(Object.fromEntries(Object.keys(table).map((name) => [name, undefined])))

  function readLiteral(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const read: Record<string, unknown> = { ...nothing }
    for (const name in given) {
      const value = given[name]
      if (value !== undefined || notUndefined.includes(name as OptionName<T>)) read[name] = checks[name]?.(value, name)
    }
    return read
  }

  function readAny(given: unknown): Record<string, unknown> {
    const read: Record<string, unknown> = { ...nothing, ...readOptions<T>(given, table, where) }
    for (const name of notUndefined) {
      if (read[name] === undefined && isNamed(given as object, name)) checks[name]?.(undefined, name)
    }
    return read
  }

  return (given) => {
    if (given === undefined) return nothing as Read
    return (isLiteral(given, table) ? readLiteral(given) : readAny(given)) as Read
  }
}

/** Whether this is an object as programs write it in place, with no name but those of the table. Nothing is read. */
function isLiteral(given: unknown, table: object): given is Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Object.getPrototypeOf(given) !== Object.prototype) return false
  for (const name in given) if (!Object.hasOwn(given, name) || !Object.hasOwn(table, name)) return false
  return true
}
