import type { BulkProgress } from './options.ts'

/** How often somebody is told, in milliseconds. */
const INTERVAL = 100

/** Tells how far the work has come, now and then. */
export function createProgress(onProgress: ((progress: BulkProgress) => void) | undefined): {
  tell(done: number): void
  end(done: number): void
} {
  const begin = performance.now()
  let told = begin
  function report(done: number, now: number): void {
    told = now
    const seconds = (now - begin) / 1000
    onProgress?.({ done, perSecond: seconds > 0 ? Math.round(done / seconds) : 0 })
  }
  return {
    tell(done) {
      const now = performance.now()
      if (now - told >= INTERVAL) report(done, now)
    },
    end: (done) => report(done, performance.now()),
  }
}
