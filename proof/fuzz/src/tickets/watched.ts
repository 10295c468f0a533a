import { Worker } from 'node:worker_threads'
import { worstOf } from './cost.ts'
import { commandFor, type TicketResult } from './run.ts'
import { addUp, type TallyResult } from './tally.ts'
import type { WorkerInput, WorkerMessage } from './worker.ts'

/** No ticket takes a millisecond; so long may a busy machine hold one up, in milliseconds. */
const HANG = 20_000

export interface WatchedRun {
  readonly seed: number
  /** How many threads share the cases. */
  readonly threads: number
  /** The first case. @defaultValue 0 */
  readonly from?: number | undefined
  /** How many cases. @defaultValue no end */
  readonly cases?: number | undefined
  /** @defaultValue no end */
  readonly seconds?: number | undefined
  /** Another library to compare with, in place of all other checks: its name or its file. */
  readonly against?: string | undefined
  /** Called about once a second by each thread, with what has come of all of them. */
  readonly onProgress?: (progress: TallyResult) => void
}

/** `fuzzTickets` in threads of their own, so that a ticket that hangs or crashes one can be named. */
export async function fuzzTicketsWatched(run: WatchedRun): Promise<TicketResult> {
  const { threads, from = 0, cases = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = run
  const { seed, against, onProgress } = run
  const latest: TallyResult[] = []
  const workers: Worker[] = []
  const running = Array.from({ length: threads }, (_, index) => {
    const current = new Int32Array(new SharedArrayBuffer(4))
    const share = Math.ceil((cases - index) / threads)
    const input: WorkerInput = { seed, from: from + index, step: threads, cases: share, seconds, against, current }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input })
    workers.push(worker)
    return watch(worker, input, (progress) => {
      latest[index] = progress
      onProgress?.(addUp(Object.values(latest)))
    })
  })
  try {
    const results = await Promise.all(running)
    return {
      ...addUp(results),
      slowest: worstOf(results.flatMap(({ slowest }) => slowest)),
      largest: worstOf(results.flatMap(({ largest }) => largest)),
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** The result of a thread, unless one of its tickets gets through, hangs or crashes it. */
async function watch(
  worker: Worker,
  { seed, against, current }: WorkerInput,
  onProgress: (progress: TallyResult) => void,
): Promise<TicketResult> {
  const again = () => `again: ${commandFor(seed, Atomics.load(current, 0), against)}`
  let result: TicketResult | undefined
  let failure: string | undefined
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) onProgress(message.progress)
    else if ('result' in message) result = message.result
    else failure = message.failure
  })
  worker.on('error', (error) => {
    failure = `the thread crashed: ${String(error)}\n  ${again()}`
  })
  let last = -1
  const alarm = setInterval(() => {
    const now = Atomics.load(current, 0)
    if (now === last && result === undefined) {
      failure = `a ticket hangs\n  ${again()}`
      void worker.terminate()
    }
    last = now
  }, HANG)
  // Not events.once: it would not wait for the end after an error.
  await new Promise((resolve) => worker.on('exit', resolve))
  clearInterval(alarm)
  if (result) return result
  throw new Error(failure ?? `the thread ended without a result\n  ${again()}`)
}
