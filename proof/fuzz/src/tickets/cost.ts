import { getHeapStatistics } from 'node:v8'
import { decodeUserSig } from './core.ts'

/** The most that a ticket may cost before anybody has looked at its signature. */
export const BOUNDS = { microseconds: 1000, bytes: 64 * 1024 } as const

/** What one ticket costs that is not verified: decoding does all that verifying does before the signature, and more. */
export interface Cost {
  readonly microseconds: number
  readonly bytes: number
}

export interface Costliest {
  readonly mutator: string
  readonly caseNumber: number
  readonly value: number
  readonly text: string
}

/** Looks for the tickets that take most time and memory, one of each for each mutator. */
export class CostWatch {
  readonly slowest = new Map<string, Costliest>()
  readonly largest = new Map<string, Costliest>()

  look(mutator: string, caseNumber: number, text: string): void {
    const { microseconds, bytes } = measure(text)
    const slower = (value: number) => value > 1.05 * (this.slowest.get(mutator)?.value ?? 10)
    const larger = (value: number) => value > 1.05 * (this.largest.get(mutator)?.value ?? 2000)
    // The first look is full of noise: what seems to be the worst so far has to be it several times in a row.
    if (slower(microseconds)) {
      const value = quickest(text, 5, 5)
      if (slower(value)) this.slowest.set(mutator, { mutator, caseNumber, value, text })
    }
    if (larger(bytes)) {
      const value = smallest(text, 5)
      if (larger(value)) this.largest.set(mutator, { mutator, caseNumber, value, text })
    }
  }

  /** The worst of all, measured again on warm code, worst first. */
  worst(): { slowest: readonly Costliest[]; largest: readonly Costliest[] } {
    return {
      slowest: remeasured(this.slowest, (text) => quickest(text, 200, 20)),
      largest: remeasured(this.largest, heapPerCall),
    }
  }
}

function remeasured(found: ReadonlyMap<string, Costliest>, again: (text: string) => number): Costliest[] {
  const values = [...found.values()].map((its) => ({ ...its, value: again(its.text) }))
  return worstOf(values)
}

/** The worst of each mutator, worst first. */
export function worstOf(found: readonly Costliest[]): Costliest[] {
  const sorted = found.toSorted((a, b) => b.value - a.value)
  return sorted.filter(({ mutator }, at) => sorted.findIndex((its) => its.mutator === mutator) === at)
}

function measure(text: string): Cost {
  const before = heapUsed()
  const start = performance.now()
  decode(text)
  const milliseconds = performance.now() - start
  return { microseconds: milliseconds * 1000, bytes: heapUsed() - before }
}

/** The best of several: everything else that the machine does only makes it slower. */
function quickest(text: string, warmUp: number, times: number): number {
  for (let i = 0; i < warmUp; i++) decode(text)
  return Math.min(...Array.from({ length: times }, () => measure(text).microseconds))
}

function smallest(text: string, times: number): number {
  const found = Array.from({ length: times }, () => measure(text).bytes).filter((bytes) => bytes > 0)
  return found.length > 0 ? Math.min(...found) : 0
}

const REPETITIONS = 100

/** Difference of the heap over many repetitions, between two collections. */
function heapPerCall(text: string): number {
  if (!globalThis.gc) return smallest(text, 20)
  const found: number[] = []
  for (let attempt = 0; attempt < 20 && found.length < 5; attempt++) {
    globalThis.gc()
    const before = heapUsed()
    for (let i = 0; i < REPETITIONS; i++) decode(text)
    const bytes = (heapUsed() - before) / REPETITIONS
    // A collection in between makes it less.
    if (bytes > 0) found.push(bytes)
  }
  return found.length > 0 ? Math.max(...found) : smallest(text, 20)
}

// Exact to the byte, but for the half kilobyte of the figures themselves.
function heapUsed(): number {
  const { used_heap_size, external_memory } = getHeapStatistics()
  return used_heap_size + external_memory
}

function decode(text: string): void {
  try {
    decodeUserSig(text)
  } catch {}
}
