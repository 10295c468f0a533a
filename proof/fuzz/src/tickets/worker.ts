import { parentPort, workerData } from 'node:worker_threads'
import { loadOther } from './core.ts'
import { fuzzTickets, TicketFailure, type TicketResult } from './run.ts'
import type { TallyResult } from './tally.ts'

/** What a thread is given. */
export interface WorkerInput {
  readonly seed: number
  readonly from: number
  readonly step: number
  readonly cases: number
  readonly seconds: number
  /** Another library to compare with: its name or its file. */
  readonly against: string | undefined
  /** Where the number of the case stands that is being run. */
  readonly current: Int32Array<SharedArrayBuffer>
}

/** What a thread tells. */
export type WorkerMessage =
  | { readonly progress: TallyResult }
  | { readonly result: TicketResult }
  | { readonly failure: string }

const tell = (message: WorkerMessage) => parentPort?.postMessage(message)

const { current, against, ...run } = workerData as WorkerInput
try {
  const result = fuzzTickets({
    ...run,
    against: against === undefined ? undefined : await loadOther(against),
    onCase: (caseNumber) => Atomics.store(current, 0, caseNumber),
    onProgress: (progress) => tell({ progress }),
  })
  tell({ result })
} catch (error) {
  if (!(error instanceof TicketFailure)) throw error
  tell({ failure: error.message })
}
