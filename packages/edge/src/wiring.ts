/** The error for an option that is not there, with the line to add. */
export function missing(name: string, reason: string, line: string): TypeError {
  return new TypeError(`${name} is missing: ${reason}. Add it to the options:\n\n  ${line},\n`)
}

/** @throws TypeError when an option that may be left out is there, but is no function */
export function checkCallback(options: object, name: string): void {
  const callback = (options as Record<string, unknown>)[name]
  if (callback !== undefined && typeof callback !== 'function') {
    throw new TypeError(`${name} is of type ${typeof callback}, but must be a function`)
  }
}

/** @throws TypeError for what is no object, and for a name that is not known, which is mostly a slip of the pen */
export function checkNames(options: object, known: readonly string[], where: string): void {
  if (typeof options !== 'object' || options === null) throw new TypeError(`${where} takes an options object`)
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${where} has no option "${name}": there are ${known.join(', ')}`)
  }
}
