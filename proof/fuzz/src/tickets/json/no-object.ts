import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { oddValue } from './values.ts'

/** A document that is no object, or has the object in something else. */
export const noObject: Mutate = (random, { document }) =>
  pack(
    random,
    random.pick([
      oddValue(random),
      `[${document}]`,
      JSON.stringify(document),
      `{"TLS":${document}}`,
      `${document}${document}`,
    ]),
  )
