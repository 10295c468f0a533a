import { ProblemError } from './problem.ts'
import { askWithin, isThenable, type MaybePromise, unavailable } from './time-limit.ts'

/** How long an answer serves, in seconds. */
export interface KeepTimes {
  /** After this age the app is asked again; the answer serves on meanwhile. */
  readonly refreshAfter: number
  /** From this age on the answer does not serve any more. */
  readonly maxAge: number
  /** How long a question may take, and how long a request waits. */
  readonly timeout: number
}

/** Asks the app. */
export interface Question<Value> {
  ask(): MaybePromise<Value>
  /** Whether the platform lets the question go on after the request is answered. */
  readonly mayGoOn: boolean
  /** Told of a failure while an older answer serves on. */
  onStale(error: unknown): void
}

/** How long a provider that failed is left alone, in seconds. */
const PAUSE = 1

/** How long a question stays alone before it is asked once more, in seconds. */
const PATIENCE = 1

/** How many questions are on their way at most: the second one stands in for one that hangs, or died with its request. */
const MAX_PENDING = 2

/** How long nobody waits again for a provider that hung, where an older answer is at hand, in seconds. */
const LATE_PAUSE = 10

/** How often tickets that do not fit may lead to a question ahead of time, in seconds. */
const COOLDOWN = 5

interface Waiting<Value> {
  resolve(value: Value): void
  reject(error: unknown): void
}

/**
 * The last good answer of a slow and not always reachable provider. Everybody who waits gets whichever question is
 * answered first, and each waits no longer than its own limit. Questions are asked one at a time, and once more after a
 * second: on some platforms a question ends, unheard, with the request that asked it.
 */
export class KeptAnswer<Value> {
  readonly #times: KeepTimes
  #answer: { readonly value: Value; readonly askedAt: number } | undefined
  #failure: { readonly error: unknown; readonly at: number } | undefined
  #pending: { readonly since: number }[] = []
  readonly #waiting = new Set<Waiting<Value>>()
  #renewedAt = Number.NEGATIVE_INFINITY
  #lateUntil = Number.NEGATIVE_INFINITY

  constructor(times: KeepTimes) {
    this.#times = times
  }

  /** @throws ProblemError `unavailable`, or what the question failed with, when there is no answer that may serve */
  get(question: Question<Value>): MaybePromise<Value> {
    const { refreshAfter, maxAge, timeout } = this.#times
    const answer = this.#answer
    const age = answer === undefined ? Number.POSITIVE_INFINITY : now() - answer.askedAt
    if (answer === undefined || age >= maxAge) {
      if (this.#isPaused()) throw this.#failure?.error
      return this.#wait(question, timeout)
    }
    if (age < refreshAfter || this.#isPaused()) return answer.value
    if (question.mayGoOn) {
      this.#askUnlessPending(question)
      return answer.value
    }
    // What one request has waited for in vain, the next ones do not wait for.
    if (now() < this.#lateUntil) return answer.value
    return this.#wait(question, Math.min(PATIENCE, timeout)).catch((error) => {
      this.#noteLate(error, question)
      return answer.value
    })
  }

  /** A question that ends with its request fails unheard, so that the request itself has to report it. */
  #noteLate(error: unknown, question: Question<Value>): void {
    if (now() < this.#lateUntil || this.#isPaused()) return
    this.#lateUntil = now() + LATE_PAUSE
    question.onStale(error)
  }

  /**
   * A newer answer, for a ticket that the last one does not fit: another process may have got a new key already.
   * @returns `undefined` when there is none, or it was just asked for
   */
  async renew(question: Question<Value>): Promise<Value | undefined> {
    if (now() - this.#renewedAt < COOLDOWN) return undefined
    this.#renewedAt = now()
    return await this.#wait(question, this.#times.timeout).catch(() => undefined)
  }

  #wait(question: Question<Value>, seconds: number): Promise<Value> {
    const since = now()
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#waiting.delete(waiting)
        clearTimeout(deadline)
        clearInterval(again)
      }
      const waiting: Waiting<Value> = {
        resolve: (value) => {
          settle()
          resolve(value)
        },
        reject: (error) => {
          settle()
          reject(error)
        },
      }
      this.#waiting.add(waiting)
      const giveUp = () => waiting.reject(unavailable(new Error(`credentials has not answered within ${seconds} s`)))
      const deadline = setTimeout(giveUp, seconds * 1000)
      // On Workers, only timers of the request itself are sure to fire while it waits.
      const again = setInterval(() => {
        if (this.#answer !== undefined && this.#answer.askedAt > since) waiting.resolve(this.#answer.value)
        else this.#askUnlessPending(question)
      }, PATIENCE * 1000)
      this.#askUnlessPending(question)
    })
  }

  #askUnlessPending(question: Question<Value>): void {
    const time = now()
    this.#pending = this.#pending.filter(({ since }) => time - since < this.#times.timeout)
    const last = this.#pending.at(-1)
    if (this.#pending.length >= MAX_PENDING || (last && time - last.since < PATIENCE * 0.9)) return
    const pending = { since: time }
    this.#pending.push(pending)
    let answer: MaybePromise<Value>
    try {
      answer = askWithin(() => question.ask(), this.#times.timeout, 'credentials')
    } catch (error) {
      this.#fail(pending, error, question)
      return
    }
    if (!isThenable(answer)) this.#succeed(pending, answer)
    else
      answer.then(
        (value) => this.#succeed(pending, value),
        (error) => this.#fail(pending, error, question),
      )
  }

  #succeed(pending: { readonly since: number }, value: Value): void {
    this.#settle(pending)
    if (this.#answer === undefined || this.#answer.askedAt <= pending.since) {
      this.#answer = { value, askedAt: pending.since }
    }
    this.#failure = undefined
    this.#lateUntil = Number.NEGATIVE_INFINITY
    for (const each of [...this.#waiting]) each.resolve(this.#answer.value)
  }

  #fail(pending: { readonly since: number }, error: unknown, question: Question<Value>): void {
    this.#settle(pending)
    // The provider has answered a question that was asked later.
    if (this.#answer !== undefined && this.#answer.askedAt > pending.since) return
    // While another question may still be answered, nobody is turned away.
    if (this.#pending.length === 0) this.#failure = { error, at: now() }
    // What is not there any more must not be served from memory.
    if (ProblemError.is(error) && error.code === 'not_found') this.#answer = undefined
    if (this.#isUsable) question.onStale(error)
    if (this.#pending.length > 0) return
    for (const each of [...this.#waiting]) each.reject(error)
  }

  #settle(pending: { readonly since: number }): void {
    this.#pending = this.#pending.filter((each) => each !== pending)
  }

  get #isUsable(): boolean {
    return this.#answer !== undefined && now() - this.#answer.askedAt < this.#times.maxAge
  }

  #isPaused(): boolean {
    return this.#failure !== undefined && now() - this.#failure.at < PAUSE
  }
}

/** Seconds of a clock that nobody sets. */
function now(): number {
  return performance.now() / 1000
}
