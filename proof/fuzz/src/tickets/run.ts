import { Random } from '../random.ts'
import type { Other } from './core.ts'
import { createCorpus } from './corpus.ts'
import { type Costliest, CostWatch } from './cost.ts'
import { Differential } from './differ.ts'
import { Judge } from './judge.ts'
import { MUTATORS, type Mutator } from './mutators.ts'
import { ACCEPTED, type Readings } from './reader.ts'
import type { Mutated, Sample } from './sample.ts'
import { Tally, type TallyResult } from './tally.ts'

export interface TicketRun {
  readonly seed: number
  /** The first case. @defaultValue 0 */
  readonly from?: number
  /** From one case to the next. @defaultValue 1 */
  readonly step?: number
  /** How many cases. @defaultValue no end */
  readonly cases?: number
  /** @defaultValue no end */
  readonly seconds?: number
  /** Compares the library with this one, in place of all other checks. */
  readonly against?: Other | undefined
  /** Called before each case. */
  readonly onCase?: (caseNumber: number) => void
  /** Called about once a second. */
  readonly onProgress?: (progress: TallyResult) => void
}

export interface TicketResult extends TallyResult {
  readonly slowest: readonly Costliest[]
  readonly largest: readonly Costliest[]
}

/** As long as the longest ticket that is read. */
const MAX_SHOWN = 4096

/** A case that must not have come out as it did. */
export class TicketFailure extends Error {
  override readonly name = 'TicketFailure'

  constructor({ seed, against }: TicketRun, caseNumber: number, what: string, text: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const again = commandFor(seed, caseNumber, against?.name)
    const ticket = JSON.stringify(text.slice(0, MAX_SHOWN))
    super(`${why}\n  ${what}\n  again: ${again}\n  ticket: ${ticket}`, { cause })
  }
}

/** What runs a case once more. */
export function commandFor(seed: number, caseNumber: number, against?: string): string {
  return `npm run fuzz -- --seed ${seed} --case ${caseNumber}${against === undefined ? '' : ` --against ${against}`}`
}

/** Mutates tickets until there is nothing left to do, or one of them gets through. */
export function fuzzTickets(run: TicketRun): TicketResult {
  const { seed, from = 0, step = 1, cases = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = run
  const corpus = createCorpus()
  const costs = new CostWatch()
  const look = run.against ? compare(run.against) : examine(costs)
  const tally = new Tally()
  const { stackTraceLimit } = Error
  // A whole stack takes longer than the verdict that it belongs to.
  Error.stackTraceLimit = run.against ? 0 : 2
  let nextProgress = 1

  for (let done = 0; done < cases; done++) {
    if (done % 64 === 0 && tally.seconds >= seconds) break
    const caseNumber = from + done * step
    run.onCase?.(caseNumber)
    const random = new Random(seed, caseNumber)
    const mutator = random.pick(MUTATORS)
    const sample = random.pick(corpus)
    let text = ''
    try {
      const mutated = mutator.mutate(random, sample, corpus)
      text = mutated.text
      tally.count(mutator.name, summary(look({ caseNumber, mutator, sample, mutated })), text !== sample.ticket)
    } catch (error) {
      throw new TicketFailure(run, caseNumber, `${mutator.name} of "${sample.name}"`, text, error)
    }
    if (done % 64 === 0 && tally.seconds > nextProgress) {
      nextProgress = tally.seconds + 1
      run.onProgress?.(tally.result())
    }
  }
  Error.stackTraceLimit = stackTraceLimit
  return { ...tally.result(), ...costs.worst() }
}

interface Case {
  readonly caseNumber: number
  readonly mutator: Mutator
  readonly sample: Sample
  readonly mutated: Mutated
}

type Look = (its: Case) => Readings

function compare({ library }: Other): Look {
  const differential = new Differential(library)
  return ({ sample, mutated }) => differential.judge(sample, mutated.text)
}

function examine(costs: CostWatch): Look {
  const judge = new Judge()
  return ({ caseNumber, mutator, sample, mutated }) => {
    costs.look(mutator.name, caseNumber, mutated.text)
    return judge.judge(sample, mutated)
  }
}

function summary({ userSig, privateMapKey }: Readings): string {
  return privateMapKey.code === ACCEPTED ? ACCEPTED : userSig.code
}
