/**
 * Signs UserSigs for many users, in worker threads.
 *
 * @module
 */
import { BATCH_SIZE, type BatchAnswer, packBatch, toError } from './batch.ts'
import { type BulkOptions, type BulkTicket, type BulkUser, readBulkOptions } from './options.ts'
import { createLocalPool, createPool, type Pool } from './pool.ts'
import { createProgress } from './progress.ts'
import { createReader } from './reader.ts'

export type { BulkOptions, BulkProgress, BulkTicket, BulkUser } from './options.ts'

/** Batches that wait for each thread, so that it never has to. */
const AHEAD = 8

/**
 * Signs UserSigs for many users in worker threads: for imports, load tests and robots.
 *
 * It yields the tickets in the order of the users. It reads the source only as far ahead as the threads have work, so
 * memory use stays constant for long lists and slow consumers. Leaving the loop, an error or `signal` ends the threads
 * and the source.
 *
 * @param users an iterable or async iterable of UserIDs, or of `{ userId, expire }`
 * @param options SDKAppID, key, lifetime in seconds, threads
 * @throws TypeError for options of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`, `invalid_time`; and
 * `invalid_user_id` or `invalid_expire` for a user, unless `onInvalid` is given
 * @example
 * ```ts
 * for await (const { userId, userSig } of genUserSigs(userIds, { sdkAppId: 1400000000, secretKey })) {
 *   file.write(`${userId},${userSig}\n`)
 * }
 * ```
 */
export async function* genUserSigs(
  users: Iterable<BulkUser> | AsyncIterable<BulkUser>,
  options: BulkOptions,
): AsyncGenerator<BulkTicket, void, undefined> {
  for await (const batch of genUserSigBatches(users, options)) yield* batch
}

/**
 * {@link genUserSigs}, some hundred tickets at a time.
 *
 * @param users an iterable or async iterable of UserIDs, or of `{ userId, expire }`
 * @param options SDKAppID, key, lifetime in seconds, threads
 * @throws TypeError, UserSigError as `genUserSigs`
 * @example
 * ```ts
 * for await (const batch of genUserSigBatches(userIds, options)) await database.insert(batch)
 * ```
 */
export async function* genUserSigBatches(
  users: Iterable<BulkUser> | AsyncIterable<BulkUser>,
  options: BulkOptions,
): AsyncGenerator<BulkTicket[], void, undefined> {
  for await (const { users: batch, tickets } of signAll(users, options, false)) {
    const taken: BulkTicket[] = []
    for (const [i, userSig] of (tickets as string).split('\n').entries()) {
      if (userSig !== '') taken.push({ userId: userIdOf(batch[i] as BulkUser), userSig })
    }
    yield taken
  }
}

/**
 * {@link genUserSigs} as a CSV file in UTF-8: lines of UserID and UserSig without a head, some hundred at a time. It is
 * the fastest way into a file, as the threads write the lines, too.
 *
 * @param users an iterable or async iterable of UserIDs, or of `{ userId, expire }`
 * @param options SDKAppID, key, lifetime in seconds, threads
 * @throws TypeError, UserSigError as `genUserSigs`
 * @example
 * ```ts
 * await pipeline(genUserSigCsv(userIds, options), createWriteStream('tickets.csv', { mode: 0o600 }))
 * ```
 */
export async function* genUserSigCsv(
  users: Iterable<BulkUser> | AsyncIterable<BulkUser>,
  options: BulkOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { tickets } of signAll(users, options, true)) yield tickets as Uint8Array
}

interface Signed {
  readonly users: readonly BulkUser[]
  readonly tickets: BatchAnswer['tickets']
}

async function* signAll(
  users: Iterable<BulkUser> | AsyncIterable<BulkUser>,
  options: BulkOptions,
  csv: boolean,
): AsyncGenerator<Signed, void, undefined> {
  const { forThreads, threads, onProgress, onInvalid, signal } = readBulkOptions(options)
  signal?.throwIfAborted()
  const reader = createReader(users)
  const aborted = rejectionOf(signal)
  const progress = createProgress(onProgress)
  const queue: { users: BulkUser[]; answer: Promise<BatchAnswer> }[] = []
  let pool: Pool | undefined
  let ended = false
  let index = 0

  function send(batch: BulkUser[]): void {
    // What is done in the blink of an eye is not worth a thread.
    pool ??= threads === 1 || ended ? createLocalPool(forThreads) : createPool(forThreads, threads)
    const answer = pool.sign(packBatch(batch, csv))
    // Whoever takes the tickets may have left when it comes.
    answer.catch(() => {})
    queue.push({ users: batch, answer })
  }

  function tellFaults(batch: readonly BulkUser[], { faults }: BatchAnswer): void {
    for (const fault of faults) {
      const error = toError(fault, index + fault.position)
      if (!onInvalid) throw error
      onInvalid(error, batch[fault.position] as BulkUser, index + fault.position)
    }
  }

  try {
    for (;;) {
      while (!ended && queue.length < threads * AHEAD) {
        const batch = await aborted.or(reader.read())
        ended = batch.length < BATCH_SIZE
        if (batch.length > 0) send(batch)
      }
      const next = queue.shift()
      if (!next) break
      const answer = await aborted.or(next.answer)
      tellFaults(next.users, answer)
      index += next.users.length
      yield { users: next.users, tickets: answer.tickets }
      progress.tell(index)
    }
    progress.end(index)
  } finally {
    aborted.forget()
    await Promise.all([pool?.close(), reader.close()])
  }
}

function userIdOf(user: BulkUser): string {
  return typeof user === 'string' ? user : user.userId
}

/** Waits for something, unless the signal comes first. */
function rejectionOf(signal: AbortSignal | undefined) {
  let reject: (reason: unknown) => void = () => {}
  const rejection = new Promise<never>((_, fail) => {
    reject = fail
  })
  rejection.catch(() => {})
  const abort = () => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  return {
    or: <T>(promise: T | Promise<T>): Promise<T> =>
      signal ? Promise.race([promise, rejection]) : Promise.resolve(promise),
    forget: () => signal?.removeEventListener('abort', abort),
  }
}
