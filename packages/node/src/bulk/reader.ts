import { BATCH_SIZE } from './batch.ts'
import type { BulkUser } from './options.ts'

/** Reads users in batches, from whatever can be iterated. */
export interface BatchReader {
  /** The next users, fewer than a batch only at the end. */
  read(): BulkUser[] | Promise<BulkUser[]>
  /** Tells the source that no more is read. */
  close(): Promise<void>
}

type Source = Iterable<BulkUser> | AsyncIterable<BulkUser>

/** @throws TypeError for what cannot be iterated, and for a text, which would be taken for a list of characters */
export function createReader(source: Source): BatchReader {
  if (typeof source === 'object' && source !== null) {
    if (Symbol.asyncIterator in source) return readAsync(source[Symbol.asyncIterator]())
    if (Symbol.iterator in source) return readSync(source[Symbol.iterator]())
  }
  throw new TypeError('genUserSigs needs an array, an iterable or an async iterable of UserIDs')
}

function readSync(iterator: Iterator<BulkUser>): BatchReader {
  let ended = false
  return {
    read() {
      const batch: BulkUser[] = []
      while (!ended && batch.length < BATCH_SIZE) {
        const { done, value } = iterator.next()
        if (done) ended = true
        else batch.push(value)
      }
      return batch
    },
    close: async () => {
      if (!ended) await iterator.return?.()
    },
  }
}

function readAsync(iterator: AsyncIterator<BulkUser>): BatchReader {
  let ended = false
  let reading = false
  return {
    async read() {
      const batch: BulkUser[] = []
      reading = true
      while (!ended && batch.length < BATCH_SIZE) {
        const { done, value } = await iterator.next()
        if (done) ended = true
        else batch.push(value)
      }
      reading = false
      return batch
    },
    close: async () => {
      if (ended) return
      const closed = iterator.return?.()
      // A source that hangs would let its end wait as long.
      if (reading) closed?.catch(() => {})
      else await closed
    },
  }
}
