import { parentPort, workerData } from 'node:worker_threads'
import { type BatchRequest, signBatch } from './batch.ts'
import { createThreadSigner } from './options.ts'

const signer = createThreadSigner(workerData)
parentPort?.on('message', (batch: BatchRequest) => {
  const answer = signBatch(signer, batch)
  parentPort?.postMessage(answer, typeof answer.tickets === 'string' ? [] : [answer.tickets.buffer])
})
parentPort?.postMessage('ready')
