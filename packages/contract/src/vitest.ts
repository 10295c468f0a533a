import { afterAll, beforeAll, describe, test } from 'vitest'
import { type ContractTarget, contractCases } from './index.ts'

/** A started app. */
export interface StartedTarget extends ContractTarget {
  /** Ends it at once, with its connections. */
  readonly close?: () => unknown
  /** Lets it finish what it is at, as after SIGTERM, and resolves when it is down. */
  readonly stop?: () => Promise<unknown>
}

/** Starts an app and runs the contract against it, one test for each case. */
export function describeContract(name: string, start: () => StartedTarget | Promise<StartedTarget>): void {
  describe(`HTTP contract of ${name}`, () => {
    let target: StartedTarget
    beforeAll(async () => {
      target = await start()
    })
    afterAll(() => target?.close?.())

    for (const { name, appliesTo, run } of contractCases) {
      test(name, async (context) => {
        if (!appliesTo(target)) context.skip()
        await run(target)
      })
    }
  })
}
