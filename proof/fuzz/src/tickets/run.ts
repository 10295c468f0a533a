import { Random } from '../random.ts'
import { createCorpus } from './corpus.ts'
import { type Costliest, CostWatch } from './cost.ts'
import { Judge, type Verdict } from './judge.ts'
import { MUTATORS } from './mutators.ts'

export interface TicketRun {
  readonly seed: number
  /** The first case. @defaultValue 0 */
  readonly from?: number
  /** How many cases. @defaultValue no end */
  readonly cases?: number
  /** @defaultValue no end */
  readonly seconds?: number
  /** Called before each case. */
  readonly onCase?: (caseNumber: number) => void
  /** Called about once a second. */
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly cases: number
  readonly seconds: number
  /** How often what came of it, by mutator. */
  readonly outcomes: Readonly<Record<string, number>>
}

export interface TicketResult extends Progress {
  readonly byMutator: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Tickets accepted that are not those of the corpus, letter by letter. */
  readonly acceptedChanged: number
  readonly slowest: readonly Costliest[]
  readonly largest: readonly Costliest[]
}

/** As long as the longest ticket that is read. */
const MAX_SHOWN = 4096

/** A case that must not have come out as it did. */
export class TicketFailure extends Error {
  override readonly name = 'TicketFailure'

  constructor(seed: number, caseNumber: number, what: string, text: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const again = `npm run fuzz -- --seed ${seed} --case ${caseNumber}`
    const ticket = JSON.stringify(text.slice(0, MAX_SHOWN))
    super(`${why}\n  ${what}\n  again: ${again}\n  ticket: ${ticket}`, { cause })
  }
}

/** Mutates tickets until there is nothing left to do, or one of them gets through. */
export function fuzzTickets({
  seed,
  from = 0,
  cases = Number.POSITIVE_INFINITY,
  seconds = Number.POSITIVE_INFINITY,
  ...hooks
}: TicketRun): TicketResult {
  const corpus = createCorpus()
  const judge = new Judge()
  const costs = new CostWatch()
  const outcomes: Record<string, number> = {}
  const byMutator: Record<string, Record<string, number>> = {}
  const start = performance.now()
  const { stackTraceLimit } = Error
  // A whole stack takes longer than the verdict that it belongs to.
  Error.stackTraceLimit = 2
  let acceptedChanged = 0
  let done = 0
  let nextProgress = 1
  const elapsed = () => (performance.now() - start) / 1000

  for (; done < cases && (done % 64 !== 0 || elapsed() < seconds); done++) {
    const caseNumber = from + done
    hooks.onCase?.(caseNumber)
    const random = new Random(seed, caseNumber)
    const mutator = random.pick(MUTATORS)
    const sample = random.pick(corpus)
    let text = ''
    try {
      const mutated = mutator.mutate(random, sample, corpus)
      text = mutated.text
      costs.look(mutator.name, caseNumber, text)
      const outcome = summary(judge.judge(sample, mutated))
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      byMutator[mutator.name] ??= {}
      const own = byMutator[mutator.name] as Record<string, number>
      own[outcome] = (own[outcome] ?? 0) + 1
      if (outcome === 'accepted' && mutated.text !== sample.ticket) acceptedChanged++
    } catch (error) {
      throw new TicketFailure(seed, caseNumber, `${mutator.name} of "${sample.name}"`, text, error)
    }
    if (done % 64 === 0 && elapsed() > nextProgress) {
      nextProgress = elapsed() + 1
      hooks.onProgress?.({ cases: done, seconds: elapsed(), outcomes })
    }
  }
  Error.stackTraceLimit = stackTraceLimit
  return { cases: done, seconds: elapsed(), outcomes, byMutator, acceptedChanged, ...costs.worst() }
}

function summary({ userSig, privateMapKey }: Verdict): string {
  return userSig === 'accepted' || privateMapKey === 'accepted' ? 'accepted' : userSig
}
