import { setImmediate } from 'node:timers/promises'
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

/** Signs in this thread. */
export function createLocalPool(options: ThreadOptions): Pool {
  const signer = createThreadSigner(options)
  return { sign: async (batch) => await Promise.resolve(signBatch(signer, batch)), close: async () => {} }
}

/** Signs in threads of its own, and in this one until they are there. */
export function createPool(options: ThreadOptions, size: number): Pool {
  const local = createLocalPool(options)
  const threads = Array.from({ length: size }, () => startThread(options))

  return {
    async sign(batch) {
      const ready = threads.filter(({ isReady }) => isReady())
      if (ready.length === 0) {
        // In between, the threads get to say that they are there, and others their turn.
        await setImmediate()
        return await local.sign(batch)
      }
      return await ready.reduce((least, each) => (each.waiting() < least.waiting() ? each : least)).sign(batch)
    },
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()))
    },
  }
}

function startThread(options: ThreadOptions) {
  // Who waits for its answers, which come in the order of the questions.
  const waiting: Waiting[] = []
  let ready = false
  let failure: Error | undefined
  // `.js` as built, `.ts` where the sources run.
  const worker = new Worker(new URL(`./worker${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: options,
    // Nothing of the environment is its business.
    env: {},
    execArgv: [],
  })
  function fail(reason: string, cause?: unknown): void {
    // As one that is there, so that it is asked, and tells.
    ready = true
    failure ??= new Error(`a signing thread ${reason}`, { cause })
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  worker.on('message', (message: 'ready' | BatchAnswer) => {
    if (message === 'ready') ready = true
    else waiting.shift()?.resolve(message)
  })
  worker.on('error', (error) => fail('failed', error))
  worker.on('exit', (code) => fail(`ended with ${code}`))
  return {
    isReady: () => ready,
    waiting: () => waiting.length,
    sign: (batch: BatchRequest) =>
      new Promise<BatchAnswer>((resolve, reject) => {
        if (failure) {
          reject(failure)
          return
        }
        waiting.push({ resolve, reject })
        worker.postMessage(batch)
      }),
    close: () => worker.terminate(),
  }
}
