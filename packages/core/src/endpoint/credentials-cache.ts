import { ProblemError } from './problem.ts'
import { checkSeconds, isThenable, unavailable, withTimeLimit } from './time-limit.ts'

type MaybePromise<T> = T | Promise<T>

/** How long the answer of a `credentials` function is kept. */
export interface CredentialsCacheOptions {
  /**
   * After how many seconds the function is asked again. Requests go on with the last answer meanwhile.
   * @defaultValue 300
   */
  refreshAfter?: number
  /**
   * For how many seconds an answer serves when the function fails to give a new one; 503 from then on. It is never less
   * than `refreshAfter`.
   * @defaultValue 3600
   */
  maxAge?: number
  /** How long the function may take, in seconds. @defaultValue 10 */
  timeout?: number
  /** Of how many tenants answers are kept: those that were asked for last. @defaultValue 1000 */
  maxTenants?: number
}

/** What is known of one tenant. */
interface Entry<Value> {
  value?: Value
  /** When `value` was asked for. */
  askedAt: number
  /** The answer that is awaited. */
  asking?: { readonly answer: Promise<Value>; readonly since: number }
  /** When it was last asked for ahead of time. */
  renewedAt?: number
  /** Why there was none the last time. */
  failure?: { readonly error: unknown; readonly at: number }
}

/** Where answers come from. */
interface Provider<Source, Value> {
  load(source: Source): MaybePromise<Value>
  /** Whether the platform lets a request go on with something behind its answer. */
  mayGoOn(source: Source): boolean
  /** Told of a failure behind which the last answer serves on. */
  onStale(error: unknown, source: Source): void
}

/** How long a provider that failed is left alone, in seconds. */
const PAUSE = 1

/** How long an answer is waited for that another request has asked for, in seconds, before it is asked for again. */
const PATIENCE = 1

/** How often tickets that do not fit may let the provider be asked ahead of time, in seconds. */
const COOLDOWN = 5

/**
 * Keeps what a slow and not always reachable provider gave, and asks again in time: several requests wait for one
 * answer, a new one is fetched behind the back of requests, and the last good one serves while there is none.
 */
export class CredentialsCache<Source, Value> {
  readonly #provider: Provider<Source, Value>
  readonly #refreshAfter: number
  readonly #maxAge: number
  readonly #timeout: number
  readonly #maxTenants: number
  readonly #entries = new Map<string, Entry<Value>>()

  /** @throws TypeError */
  constructor(options: CredentialsCacheOptions, provider: Provider<Source, Value>) {
    checkNames(options)
    this.#refreshAfter = checkSeconds(options.refreshAfter ?? 300, 'credentialsCache.refreshAfter')
    this.#maxAge = checkSeconds(options.maxAge ?? Math.max(3600, this.#refreshAfter), 'credentialsCache.maxAge')
    if (this.#maxAge < this.#refreshAfter) {
      throw new TypeError('credentialsCache.maxAge is less than refreshAfter: the answer would be thrown away unused')
    }
    this.#timeout = checkSeconds(options.timeout ?? 10, 'credentialsCache.timeout')
    this.#maxTenants = checkCount(options.maxTenants ?? 1000)
    this.#provider = provider
  }

  /** @throws ProblemError `unavailable` when there is no answer, nor one that is young enough */
  get(tenant: string, source: Source): MaybePromise<Value> {
    const entry = this.#touch(tenant)
    const { value } = entry
    const age = now() - entry.askedAt
    if (value === undefined || age >= this.#maxAge) {
      if (entry.failure && isPaused(entry)) throw entry.failure.error
      return this.#await(tenant, entry, source)
    }
    if (age < this.#refreshAfter || isPaused(entry)) return value
    const refreshed = this.#refresh(tenant, entry, source)
    return this.#provider.mayGoOn(source) ? value : refreshed.then((newer) => newer ?? value)
  }

  /**
   * A newer answer, for a ticket that the last one does not fit: another process may have got a new key already.
   * @returns `undefined` when there is none, or it was just asked for
   */
  async renew(tenant: string, source: Source): Promise<Value | undefined> {
    const entry = this.#touch(tenant)
    if (entry.renewedAt !== undefined && now() - entry.renewedAt < COOLDOWN) return undefined
    entry.renewedAt = now()
    return await this.#refresh(tenant, entry, source)
  }

  /** @returns `undefined` when there is no newer answer, which `onStale` is told of */
  async #refresh(tenant: string, entry: Entry<Value>, source: Source): Promise<Value | undefined> {
    try {
      return await this.#await(tenant, entry, source)
    } catch (error) {
      this.#provider.onStale(reasonOf(error), source)
      return undefined
    }
  }

  /**
   * Waits for the answer that somebody else waits for, but not for ever: on some platforms what a request has begun ends
   * with it, unheard.
   */
  async #await(tenant: string, entry: Entry<Value>, source: Source): Promise<Value> {
    const begin = now()
    for (;;) {
      const { asking } = entry
      if (!asking || now() - asking.since >= PATIENCE) return await this.#ask(tenant, entry, source)
      const answer = await within(asking.answer, PATIENCE)
      if (answer !== undefined) return answer
      if (entry.value !== undefined && entry.askedAt > begin) return entry.value
    }
  }

  #ask(tenant: string, entry: Entry<Value>, source: Source): Promise<Value> {
    const answer = this.#fetch(entry, source)
      .catch((error) => {
        entry.failure = { error, at: now() }
        // Who is not there any more must not be served from memory.
        if (error instanceof ProblemError && error.code === 'not_found') this.#entries.delete(tenant)
        throw error
      })
      .finally(() => {
        if (entry.asking?.answer === answer) delete entry.asking
      })
    entry.asking = { answer, since: now() }
    return answer
  }

  async #fetch(entry: Entry<Value>, source: Source): Promise<Value> {
    const askedAt = now()
    const value = await withTimeLimit(this.#provider.load(source), this.#timeout, 'credentials')
    entry.value = value
    entry.askedAt = askedAt
    delete entry.failure
    return value
  }

  /** The entry, put behind all others: the first ones are those that nobody has asked for. */
  #touch(tenant: string): Entry<Value> {
    const entry = this.#entries.get(tenant) ?? { askedAt: 0 }
    this.#entries.delete(tenant)
    this.#entries.set(tenant, entry)
    if (this.#entries.size > this.#maxTenants) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest)
        break
      }
    }
    return entry
  }
}

/** Wraps what a provider throws; what is wrong with its answer is another matter. */
export async function askProvider<T>(ask: () => MaybePromise<T>): Promise<T> {
  try {
    const answer = ask()
    return isThenable(answer) ? await answer : answer
  } catch (error) {
    throw unavailable(error)
  }
}

/** @returns `undefined` when there is no answer in time */
function within<T>(answer: Promise<T>, seconds: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000, undefined)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function reasonOf(error: unknown): unknown {
  return error instanceof ProblemError ? (error.cause ?? error) : error
}

function isPaused<Value>({ failure }: Entry<Value>): boolean {
  return failure !== undefined && now() - failure.at < PAUSE
}

/** Seconds of a clock that nobody sets. */
function now(): number {
  return performance.now() / 1000
}

function checkNames(options: object): void {
  const known = ['refreshAfter', 'maxAge', 'timeout', 'maxTenants']
  if (typeof options !== 'object' || options === null) throw new TypeError('credentialsCache must be an object')
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new TypeError(`credentialsCache has no option ${JSON.stringify(unknown)}: there are ${known.join(', ')}`)
}

function checkCount(count: unknown): number {
  if (Number.isSafeInteger(count) && (count as number) >= 1) return count as number
  throw new TypeError('credentialsCache.maxTenants must be a whole number, 1 or more')
}
