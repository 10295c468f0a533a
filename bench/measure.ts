/** Candidates take turns, several times over, so that a busy moment of the machine hits all of them. */
const ROUNDS = 15
const WARM_UP = 20_000
const MICROSECONDS_A_ROUND = 30_000

/**
 * Microseconds of each candidate, the median of the rounds. It is the time of the processor and not of the clock: what
 * else runs on the machine does not count.
 */
export function takeTurns(candidates: Readonly<Record<string, () => unknown>>): Record<string, number> {
  const racers = Object.entries(candidates).map(([name, run]) => {
    microsecondsOf(run, WARM_UP)
    const operations = Math.ceil(MICROSECONDS_A_ROUND / microsecondsOf(run, WARM_UP))
    return { name, run, operations, times: [] as number[] }
  })
  for (let round = 0; round < ROUNDS; round++) {
    for (const { run, operations, times } of racers) times.push(microsecondsOf(run, operations))
  }
  return Object.fromEntries(racers.map(({ name, times }) => [name, median(times)]))
}

/** Microseconds of the processor that one of many operations takes. */
export function microsecondsOf(run: () => unknown, operations: number): number {
  const begin = process.cpuUsage()
  for (let i = 0; i < operations; i++) run()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / operations
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Few enough for no collection to fall among them. */
const OPERATIONS = 500

/** Bytes that one operation allocates; needs `node --expose-gc`. */
export function allocatedBytes(run: () => unknown): number {
  const collect = globalThis.gc
  if (!collect) throw new Error('start with: node --expose-gc')
  return Math.round(
    median(
      Array.from({ length: 9 }, () => {
        collect()
        const before = process.memoryUsage().heapUsed
        for (let i = 0; i < OPERATIONS; i++) run()
        return (process.memoryUsage().heapUsed - before) / OPERATIONS
      }),
    ),
  )
}

export function round2(value: number): number {
  return Math.round(value * 100) / 100
}
