import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { createUserSigner } from '@usersig/core'

/*
 * What this machine's threads are worth right now: how much faster several of them sign that have nothing to hand over
 * than one alone. Cores that share their caches, their clock or their host give less than their number.
 */

const TICKETS = 300_000
const options = { sdkAppId: 1400000000, secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e' }

function sign(): number {
  const signer = createUserSigner(options)
  const begin = performance.now()
  for (let i = 0; i < TICKETS; i++) signer.genUserSig(`user-${i}`)
  return performance.now() - begin
}

if (!isMainThread) {
  parentPort?.on('message', () => parentPort?.postMessage(sign()))
}

/** Threads that are warm, to be asked again and again. */
export function createCeiling(): { measure(): Promise<number>; close(): Promise<unknown> } {
  const threads = Array.from({ length: availableParallelism() }, () => new Worker(new URL(import.meta.url)))
  const ask = (thread: Worker) =>
    new Promise<number>((resolve) => {
      thread.once('message', resolve)
      thread.postMessage('sign')
    })
  let isWarm = false
  return {
    async measure() {
      if (!isWarm) await Promise.all(threads.map(ask))
      isWarm = true
      const [first] = threads
      if (!first) return 1
      const alone = await ask(first)
      const together = Math.max(...(await Promise.all(threads.map(ask))))
      return (threads.length * alone) / together
    },
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  }
}
