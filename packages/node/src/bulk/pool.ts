import { Worker } from 'node:worker_threads'
import { type BatchAnswer, type BatchRequest, signBatch } from './batch.ts'
import { createThreadSigner, type ThreadOptions } from './options.ts'

/** Signs batches, several at a time. */
export interface Pool {
  sign(batch: BatchRequest): Promise<BatchAnswer>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (answer: BatchAnswer) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  /** Who waits for its answers, which come in the order of the questions. */
  readonly waiting: Waiting[]
}

/** Signs in this thread. */
export function createLocalPool(options: ThreadOptions): Pool {
  const signer = createThreadSigner(options)
  return { sign: async (batch) => await Promise.resolve(signBatch(signer, batch)), close: async () => {} }
}

/** Signs in threads of its own, which are started when there is work for them. */
export function createPool(options: ThreadOptions, size: number): Pool {
  const threads: Thread[] = []

  function start(): Thread {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: options,
      // Nothing of the environment is its business.
      env: {},
      execArgv: [],
    })
    const thread: Thread = { worker, waiting: [] }
    const fail = (reason: string, cause?: unknown) => {
      const error = new Error(`a signing thread ${reason}`, { cause })
      for (const { reject } of thread.waiting.splice(0)) reject(error)
    }
    worker.on('message', (answer: BatchAnswer) => thread.waiting.shift()?.resolve(answer))
    worker.on('error', (error) => fail('failed', error))
    worker.on('exit', (code) => fail(`ended with ${code}`))
    threads.push(thread)
    return thread
  }

  return {
    sign(batch) {
      const least = threads.reduce<Thread | undefined>(
        (best, each) => (best && best.waiting.length <= each.waiting.length ? best : each),
        undefined,
      )
      const thread = least && (least.waiting.length === 0 || threads.length >= size) ? least : start()
      return new Promise((resolve, reject) => {
        thread.waiting.push({ resolve, reject })
        thread.worker.postMessage(batch)
      })
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
