/**
 * A part of options that were read, to hand on.
 *
 * `const { path, ...rest } = options` makes an ordinary object of the rest, in which whatever somebody has put on
 * `Object.prototype` stands for an option that was not given.
 *
 * @param part whose own properties are taken
 * @returns a frozen object without a prototype
 */
export function ownOptions<T extends object>(part: T): Readonly<T> {
  return Object.freeze(Object.assign(Object.create(null) as T, part))
}

/**
 * A value by its name, where the names come from outside: an environment, headers. What it inherits from `Object.prototype`
 * does not count.
 *
 * @param holder what has the value
 * @param name its name
 */
export function ownValue(holder: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return holder !== undefined && Object.hasOwn(holder, name) ? holder[name] : undefined
}
