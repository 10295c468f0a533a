import { type KeepTimes, KeptAnswer, type Question } from './kept-answer.ts'
import { ProblemError } from './problem.ts'
import { isThenable, type MaybePromise, unavailable } from './time-limit.ts'

/** Longest name that is looked up, in characters. */
const MAX_NAME = 256

/** How long a name that the app does not know is remembered, in seconds. */
const UNKNOWN_FOR = 30

/** How many names that were never answered for may be asked at once, and how many more a second. */
const NEWCOMERS_AT_ONCE = 100
const NEWCOMERS_A_SECOND = 10

/**
 * The answers for several applications. Names come from clients, so that those which nobody knows cost little: they do
 * not take the place of a known one, are not asked for again and again, and are asked for at a limited rate.
 */
export class Tenants<Value> {
  readonly #times: KeepTimes
  readonly #maxTenants: number
  /** Those with an answer; the one that was used last comes last. */
  readonly #known = new Map<string, KeptAnswer<Value>>()
  /** Those that are being asked for the first time. */
  readonly #newcomers = new Map<string, KeptAnswer<Value>>()
  /** Those that the app does not know, and until when that is believed. */
  readonly #unknown = new Map<string, number>()
  #budget = NEWCOMERS_AT_ONCE
  #budgetAt = now()

  constructor(times: KeepTimes, maxTenants: number) {
    this.#times = times
    this.#maxTenants = maxTenants
  }

  /**
   * @throws ProblemError `not_found` for a name that the app does not know, `unavailable` when there is no answer or too
   *   many names were new
   */
  get(name: string, question: Question<Value>): MaybePromise<Value> {
    const known = this.#known.get(name)
    if (known) {
      this.#touch(name, known)
      return this.#watch(name, () => known.get(question))
    }
    if (name.length > MAX_NAME) throw unknownTenant()
    const until = this.#unknown.get(name)
    if (until !== undefined && until > now()) throw unknownTenant()
    const newcomer = this.#newcomers.get(name) ?? this.#admit(name)
    return this.#watch(name, () => newcomer.get(question))
  }

  /** @returns `undefined` when there is no newer answer, or it was just asked for */
  async renew(name: string, question: Question<Value>): Promise<Value | undefined> {
    return await this.#known.get(name)?.renew(question)
  }

  #admit(name: string): KeptAnswer<Value> {
    const time = now()
    this.#budget = Math.min(NEWCOMERS_AT_ONCE, this.#budget + (time - this.#budgetAt) * NEWCOMERS_A_SECOND)
    this.#budgetAt = time
    if (this.#budget < 1) throw unavailable(new Error('too many applications were asked for that are not known here'))
    this.#budget--
    const newcomer = new KeptAnswer<Value>(this.#times)
    this.#newcomers.set(name, newcomer)
    dropOldest(this.#newcomers, this.#maxTenants)
    return newcomer
  }

  /** Follows what becomes of a name. */
  #watch(name: string, ask: () => MaybePromise<Value>): MaybePromise<Value> {
    try {
      const answer = ask()
      if (isThenable(answer)) {
        return answer.then(
          (value) => this.#learn(name, value),
          (error) => this.#forget(name, error),
        )
      }
      return this.#learn(name, answer)
    } catch (error) {
      return this.#forget(name, error)
    }
  }

  #learn(name: string, value: Value): Value {
    const newcomer = this.#newcomers.get(name)
    if (newcomer) {
      this.#newcomers.delete(name)
      this.#unknown.delete(name)
      this.#touch(name, newcomer)
    }
    return value
  }

  /** Remembers that the app does not know a name; what could not be found out stays open. */
  #forget(name: string, error: unknown): never {
    if (ProblemError.is(error) && error.code === 'not_found') {
      this.#newcomers.delete(name)
      this.#known.delete(name)
      this.#unknown.delete(name)
      this.#unknown.set(name, now() + UNKNOWN_FOR)
      dropOldest(this.#unknown, this.#maxTenants)
    }
    throw error
  }

  #touch(name: string, answer: KeptAnswer<Value>): void {
    this.#known.delete(name)
    this.#known.set(name, answer)
    dropOldest(this.#known, this.#maxTenants)
  }
}

export function unknownTenant(): ProblemError {
  return new ProblemError('not_found', 'there is no application here')
}

function dropOldest(map: Map<string, unknown>, max: number): void {
  if (map.size <= max) return
  for (const oldest of map.keys()) {
    map.delete(oldest)
    return
  }
}

/** Seconds of a clock that nobody sets. */
function now(): number {
  return performance.now() / 1000
}
