/*
 * Two copies of one package in a program are ordinary: ESM beside CommonJS, or two versions. Classes of the one are
 * unknown to the other, so that errors are told by a mark that both know.
 */

/** Marks an object. */
export function brand(object: object, name: string): void {
  // Without a prototype: a descriptor takes `get` and `set` from wherever they are.
  Object.defineProperty(object, Symbol.for(name), Object.assign(Object.create(null), { value: true }))
}

/** Whether an object bears the mark itself. */
export function isBranded(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, Symbol.for(name))
}
