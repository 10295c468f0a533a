import { isDeepStrictEqual } from 'node:util'
import { must } from '../finding.ts'
import { CORE, type Library } from './core.ts'
import { type Outcome, Reader, type Readings } from './reader.ts'
import type { Sample } from './sample.ts'

/** In what two outcomes differ: code, message or value; nothing where they agree. */
export function differ(a: Outcome, b: Outcome): string | undefined {
  const agree = a.code === b.code && a.error?.message === b.error?.message
  return agree && isDeepStrictEqual(a.value, b.value) ? undefined : `${show(a)}, but the other ${show(b)}`
}

function show({ code, value, error }: Outcome): string {
  return error ? `says ${code}, ${JSON.stringify(error.message)}` : `reads ${JSON.stringify(value)}`
}

/** Gives tickets to the library and to another one, and throws a Finding where they do not agree. */
export class Differential {
  readonly #own = new Reader(CORE)
  readonly #other: Reader

  constructor(other: Library) {
    this.#other = new Reader(other)
  }

  judge(sample: Sample, text: string): Readings {
    const own = this.#own.read(sample, text)
    const other = this.#other.read(sample, text)
    for (const call of Object.keys(own) as (keyof Readings)[]) {
      const difference = differ(own[call], other[call])
      must(difference === undefined, () => `${call}: the library ${difference}`)
    }
    return own
  }
}
