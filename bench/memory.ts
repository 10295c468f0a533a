import { createUserSigner } from '@usersig/core'

/** How the heap grows while a million tickets are signed and verified; needs `node --expose-gc`. */
export interface HeapGrowth {
  readonly tickets: number
  readonly beforeBytes: number
  readonly afterBytes: number
}

export function measureHeapGrowth(tickets: number, onProgress: (done: number) => void): HeapGrowth {
  const collect = globalThis.gc
  if (!collect) throw new Error('start with: node --expose-gc')
  const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: 'a key for the benchmark alone' })
  const work = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      signer.verifyUserSig(signer.genUserSig(`user-${i}`))
      if (i % 100_000 === 0) onProgress(i)
    }
  }
  work(0, 50_000)
  collect()
  const beforeBytes = process.memoryUsage().heapUsed
  work(0, tickets)
  collect()
  return { tickets, beforeBytes, afterBytes: process.memoryUsage().heapUsed }
}
