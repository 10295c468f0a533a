/** Something that must not be. */
export class Finding extends Error {
  override readonly name = 'Finding'
}

export function must(holds: boolean, what: () => string): asserts holds {
  if (!holds) throw new Finding(what())
}
