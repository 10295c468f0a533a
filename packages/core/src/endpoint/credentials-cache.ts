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
  asking?: Promise<Value>
  /** When it was last asked for ahead of time. */
  renewedAt?: number
  /** Why there was none the last time. */
  failure?: { readonly error: unknown; readonly at: number }
}

/** How long a provider that failed is left alone, in seconds. */
const PAUSE = 1

/** How often tickets that do not fit may let the provider be asked ahead of time, in seconds. */
const COOLDOWN = 5

/**
 * Keeps what a slow and not always reachable provider gave, and asks again in time: several requests wait for one
 * answer, a new one is fetched behind the back of requests, and the last good one serves while there is none.
 */
export class CredentialsCache<Source, Value> {
  readonly #load: (source: Source) => MaybePromise<Value>
  readonly #onStale: (error: unknown, source: Source) => void
  readonly #refreshAfter: number
  readonly #maxAge: number
  readonly #timeout: number
  readonly #maxTenants: number
  readonly #entries = new Map<string, Entry<Value>>()

  /** @throws TypeError */
  constructor(
    options: CredentialsCacheOptions,
    load: (source: Source) => MaybePromise<Value>,
    onStale: (error: unknown, source: Source) => void,
  ) {
    checkNames(options)
    this.#refreshAfter = checkSeconds(options.refreshAfter ?? 300, 'credentialsCache.refreshAfter')
    this.#maxAge = checkSeconds(options.maxAge ?? Math.max(3600, this.#refreshAfter), 'credentialsCache.maxAge')
    if (this.#maxAge < this.#refreshAfter) {
      throw new TypeError('credentialsCache.maxAge is less than refreshAfter: the answer would be thrown away unused')
    }
    this.#timeout = checkSeconds(options.timeout ?? 10, 'credentialsCache.timeout')
    this.#maxTenants = checkCount(options.maxTenants ?? 1000)
    this.#load = load
    this.#onStale = onStale
  }

  /**
   * @throws ProblemError `unavailable` when there is no answer, nor one that is young enough
   */
  get(tenant: string, source: Source): MaybePromise<Value> {
    const entry = this.#touch(tenant)
    const age = now() - entry.askedAt
    if (entry.value !== undefined && age < this.#maxAge) {
      if (age >= this.#refreshAfter && !isPaused(entry)) this.#refresh(tenant, entry, source)
      return entry.value
    }
    if (entry.failure && isPaused(entry)) throw entry.failure.error
    return this.#ask(tenant, entry, source)
  }

  /**
   * A newer answer, for a ticket that the last one does not fit: another process may have got a new key already.
   * @returns `undefined` when there is none, or it was just asked for
   */
  async renew(tenant: string, source: Source): Promise<Value | undefined> {
    const entry = this.#touch(tenant)
    if (entry.renewedAt !== undefined && now() - entry.renewedAt < COOLDOWN) return undefined
    entry.renewedAt = now()
    try {
      return await this.#ask(tenant, entry, source)
    } catch (error) {
      this.#onStale(reasonOf(error), source)
      return undefined
    }
  }

  #refresh(tenant: string, entry: Entry<Value>, source: Source): void {
    if (entry.asking) return
    this.#ask(tenant, entry, source).catch((error) => this.#onStale(reasonOf(error), source))
  }

  #ask(tenant: string, entry: Entry<Value>, source: Source): Promise<Value> {
    entry.asking ??= this.#fetch(entry, source)
      .catch((error) => {
        entry.failure = { error, at: now() }
        // Who is not there any more must not be served from memory.
        if (error instanceof ProblemError && error.code === 'not_found') this.#entries.delete(tenant)
        throw error
      })
      .finally(() => {
        delete entry.asking
      })
    return entry.asking
  }

  async #fetch(entry: Entry<Value>, source: Source): Promise<Value> {
    const askedAt = now()
    const value = await withTimeLimit(this.#load(source), this.#timeout, 'credentials')
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
