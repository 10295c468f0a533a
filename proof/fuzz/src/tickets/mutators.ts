import type { Random } from '../random.ts'
import { BYTES } from './bytes.ts'
import { JSON_DOCUMENT } from './json.ts'
import { MIXED } from './mixed.ts'
import type { Changes, Mutated, Sample } from './sample.ts'
import { SIGNED } from './signed.ts'
import { TEXT } from './text.ts'
import { ZLIB } from './zlib.ts'

export interface Mutator {
  /** What it changes, and how. */
  readonly name: string
  readonly mutate: (random: Random, sample: Sample, corpus: readonly Sample[]) => Mutated
}

export const MUTATORS: readonly Mutator[] = [
  ...rows('text', keepingSignature(TEXT)),
  ...rows('bytes', keepingSignature(BYTES)),
  ...rows('zlib', keepingSignature(ZLIB)),
  ...rows('json', keepingSignature(JSON_DOCUMENT)),
  ...rows('mixed', keepingSignatures(MIXED)),
  ...rows('signed', SIGNED),
]

function rows(group: string, changes: Changes<Mutated>): Mutator[] {
  return Object.entries(changes).map(([name, mutate]) => ({ name: `${group}/${name}`, mutate }))
}

/** What signs nothing can only be accepted for what the ticket said before. */
function keepingSignature(changes: Changes): Changes<Mutated> {
  return withSigned(changes, ({ signed }) => (signed ? [signed] : []))
}

/** What is made of two tickets, for what any of them said. */
function keepingSignatures(changes: Changes): Changes<Mutated> {
  return withSigned(changes, ({ app }, corpus) =>
    corpus.flatMap((its) => (its.signed && its.app.secretKey === app.secretKey ? [its.signed] : [])),
  )
}

function withSigned(
  changes: Changes,
  signedOf: (sample: Sample, corpus: readonly Sample[]) => Mutated['signed'],
): Changes<Mutated> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, change]) => [
      name,
      (random, sample, corpus) => ({ text: change(random, sample, corpus), signed: signedOf(sample, corpus) }),
    ]),
  )
}
