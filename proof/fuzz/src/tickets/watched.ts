import { Worker } from 'node:worker_threads'
import type { TicketResult, TicketRun } from './run.ts'
import type { WorkerInput, WorkerMessage } from './worker.ts'

/** No ticket takes a millisecond; so long may a busy machine hold one up, in milliseconds. */
const HANG = 20_000

/** `fuzzTickets` in a thread of its own, so that a ticket that hangs or crashes it can be named. */
export async function fuzzTicketsWatched(run: TicketRun): Promise<TicketResult> {
  const { seed, from = 0, cases = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY, onProgress } = run
  const current = new Int32Array(new SharedArrayBuffer(4))
  const workerData: WorkerInput = { seed, from, cases, seconds, current }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData })
  const again = () => `again: npm run fuzz -- --seed ${seed} --case ${Atomics.load(current, 0)}`
  let result: TicketResult | undefined
  let failure: string | undefined
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) onProgress?.(message.progress)
    else if ('result' in message) result = message.result
    else failure = message.failure
  })
  worker.on('error', (error) => {
    failure = `the thread crashed: ${String(error)}\n  ${again()}`
  })
  let last = -1
  const watch = setInterval(() => {
    const now = Atomics.load(current, 0)
    if (now === last && result === undefined) {
      failure = `a ticket hangs\n  ${again()}`
      void worker.terminate()
    }
    last = now
  }, HANG)
  // Not events.once: it would not wait for the end after an error.
  await new Promise((resolve) => worker.on('exit', resolve))
  clearInterval(watch)
  if (result) return result
  throw new Error(failure ?? `the thread ended without a result\n  ${again()}`)
}
