import { afterAll, beforeAll, describe, test } from 'vitest'
import { type ContractTarget, contractCases } from './index.ts'

/** A started app; `close` stops it. */
export type StartedTarget = ContractTarget & { readonly close?: () => unknown }

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
