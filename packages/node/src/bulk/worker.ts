import { parentPort, workerData } from 'node:worker_threads'
import { type BatchRequest, signBatch } from './batch.ts'
import { createThreadSigner } from './options.ts'

const signer = createThreadSigner(workerData)
parentPort?.on('message', (batch: BatchRequest) => parentPort?.postMessage(signBatch(signer, batch)))
