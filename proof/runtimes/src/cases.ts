import { suites } from '../../../packages/core/test/cases/all.ts'
import type { Lib } from '../../../packages/core/test/cases/case.ts'

/** What came out of one run of all cases. */
export interface Outcome {
  readonly cases: number
  /** The cases that failed, and with what. */
  readonly failed: readonly string[]
}

/** Runs every case on a library, and needs nothing of the runtime that it runs on. */
export async function runCases(lib: Lib): Promise<Outcome> {
  const failed: string[] = []
  let cases = 0
  for (const suite of suites) {
    for (const each of suite.cases) {
      cases++
      try {
        await each.run(lib)
      } catch (error) {
        failed.push(`${suite.name}: ${each.name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return { cases, failed }
}
