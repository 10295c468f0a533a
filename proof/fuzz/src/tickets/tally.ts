import { ACCEPTED } from './reader.ts'

type Counts = Readonly<Record<string, number>>

/** What has come of the tickets so far. */
export interface TallyResult {
  readonly cases: number
  readonly seconds: number
  /** How often what came of it. */
  readonly outcomes: Counts
  readonly byMutator: Readonly<Record<string, Counts>>
  /** Tickets accepted that are not those of the corpus, letter by letter. */
  readonly acceptedChanged: number
}

/** Counts what comes of tickets. */
export class Tally {
  readonly #start = performance.now()
  readonly #byMutator: Record<string, Record<string, number>> = {}
  #cases = 0
  #acceptedChanged = 0

  get seconds(): number {
    return (performance.now() - this.#start) / 1000
  }

  count(mutator: string, outcome: string, changed: boolean): void {
    this.#byMutator[mutator] ??= {}
    const own = this.#byMutator[mutator] as Record<string, number>
    own[outcome] = (own[outcome] ?? 0) + 1
    this.#cases++
    if (outcome === ACCEPTED && changed) this.#acceptedChanged++
  }

  result(): TallyResult {
    return {
      cases: this.#cases,
      seconds: this.seconds,
      outcomes: sum(Object.values(this.#byMutator)),
      byMutator: structuredClone(this.#byMutator),
      acceptedChanged: this.#acceptedChanged,
    }
  }
}

/** What has come of the tickets of all threads together. */
export function addUp(results: readonly TallyResult[]): TallyResult {
  const mutators = new Set(results.flatMap(({ byMutator }) => Object.keys(byMutator)))
  const total = (of: (result: TallyResult) => number) => results.reduce((all, result) => all + of(result), 0)
  return {
    cases: total(({ cases }) => cases),
    seconds: Math.max(0, ...results.map(({ seconds }) => seconds)),
    outcomes: sum(results.map(({ outcomes }) => outcomes)),
    byMutator: Object.fromEntries(
      [...mutators].map((name) => [name, sum(results.map(({ byMutator }) => byMutator[name] ?? {}))]),
    ),
    acceptedChanged: total(({ acceptedChanged }) => acceptedChanged),
  }
}

function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const [name, count] of all.flatMap(Object.entries<number>)) total[name] = (total[name] ?? 0) + count
  return total
}
