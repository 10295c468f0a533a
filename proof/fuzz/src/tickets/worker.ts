import { parentPort, workerData } from 'node:worker_threads'
import { fuzzTickets, type Progress, TicketFailure, type TicketResult } from './run.ts'

/** What the thread is given. */
export interface WorkerInput {
  readonly seed: number
  readonly from: number
  readonly cases: number
  readonly seconds: number
  /** Where the number of the case stands that is being run. */
  readonly current: Int32Array<SharedArrayBuffer>
}

/** What the thread tells. */
export type WorkerMessage =
  | { readonly progress: Progress }
  | { readonly result: TicketResult }
  | { readonly failure: string }

const tell = (message: WorkerMessage) => parentPort?.postMessage(message)

const { current, ...run } = workerData as WorkerInput
try {
  const result = fuzzTickets({
    ...run,
    onCase: (caseNumber) => Atomics.store(current, 0, caseNumber),
    onProgress: (progress) => tell({ progress }),
  })
  tell({ result })
} catch (error) {
  if (!(error instanceof TicketFailure)) throw error
  tell({ failure: error.message })
}
