import { append } from './bytes/append.ts'
import { cut } from './bytes/cut.ts'
import { flipBits } from './bytes/flip-bits.ts'
import { noise } from './bytes/noise.ts'
import { overwrite } from './bytes/overwrite.ts'
import { duplicates } from './json/duplicates.ts'
import { layout } from './json/layout.ts'
import { missing } from './json/missing.ts'
import { nesting } from './json/nesting.ts'
import { noObject } from './json/no-object.ts'
import { numbers } from './json/numbers.ts'
import { prototype } from './json/prototype.ts'
import { spliceFields } from './json/splice.ts'
import { surrogates } from './json/surrogates.ts'
import { text } from './json/text.ts'
import { types } from './json/types.ts'
import { unknownKeys } from './json/unknown-keys.ts'
import { utf8 } from './json/utf8.ts'
import type { Mutate, MutateAndSign } from './sample.ts'
import { ambiguous } from './signed/ambiguous.ts'
import { record } from './signed/record.ts'
import { refit } from './signed/refit.ts'
import { resign } from './signed/resign.ts'
import { alphabet } from './text/alphabet.ts'
import { flip } from './text/flip.ts'
import { huge } from './text/huge.ts'
import { insert } from './text/insert.ts'
import { padding } from './text/padding.ts'
import { percent } from './text/percent.ts'
import { remove } from './text/remove.ts'
import { splice } from './text/splice.ts'
import { swap } from './text/swap.ts'
import { unicode } from './text/unicode.ts'
import { blockType } from './zlib/block-type.ts'
import { bomb } from './zlib/bomb.ts'
import { checksum } from './zlib/checksum.ts'
import { dynamicTables } from './zlib/dynamic-tables.ts'
import { farMatch } from './zlib/far-match.ts'
import { header } from './zlib/header.ts'
import { manyBlocks } from './zlib/many-blocks.ts'
import { storedLength } from './zlib/stored-length.ts'
import { tablesOfTicket } from './zlib/tables-of-ticket.ts'

const CHANGES = {
  text: { flip, insert, remove, swap, alphabet, padding, percent, unicode, huge },
  bytes: { flipBits, overwrite, cut, noise },
  zlib: { header, blockType, storedLength, manyBlocks, dynamicTables, tablesOfTicket, farMatch, checksum, bomb },
  json: {
    types,
    noObject,
    numbers,
    duplicates,
    prototype,
    nesting,
    surrogates,
    utf8,
    unknownKeys,
    missing,
    layout,
    text,
  },
} satisfies Record<string, Record<string, Mutate>>

const MIXTURES = { mixed: { text: splice, streams: append, fields: spliceFields } } satisfies Record<
  string,
  Record<string, Mutate>
>

const SIGNING_CHANGES = { signed: { resign, ambiguous, refit, record } } satisfies Record<
  string,
  Record<string, MutateAndSign>
>

export interface Mutator {
  /** What it changes, and how. */
  readonly name: string
  readonly mutate: MutateAndSign
}

export const MUTATORS: readonly Mutator[] = [
  ...named(CHANGES, keepSignature),
  ...named(MIXTURES, keepSignatures),
  ...named(SIGNING_CHANGES, (own) => own),
]

function named<T>(groups: Record<string, Record<string, T>>, toMutate: (change: T) => MutateAndSign): Mutator[] {
  return Object.entries(groups).flatMap(([group, changes]) =>
    Object.entries(changes).map(([name, change]) => ({ name: `${group}/${name}`, mutate: toMutate(change) })),
  )
}

/** What signs nothing can only be accepted for what the ticket said before. */
function keepSignature(change: Mutate): MutateAndSign {
  return (random, sample, corpus) => ({
    text: change(random, sample, corpus),
    signed: sample.signed ? [sample.signed] : [],
  })
}

/** What is made of two tickets, for what any of them said. */
function keepSignatures(change: Mutate): MutateAndSign {
  return (random, sample, corpus) => ({
    text: change(random, sample, corpus),
    signed: corpus.flatMap(({ app, signed }) => (signed && app.secretKey === sample.app.secretKey ? [signed] : [])),
  })
}
