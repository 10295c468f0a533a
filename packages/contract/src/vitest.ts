import { afterAll, beforeAll, describe, test } from 'vitest'
import { type ContractTarget, contractCases, type StoppableTarget, shutdownCases } from './index.ts'

/** A started app. */
export interface StartedTarget extends ContractTarget {
  /** Ends it at once, with its connections. */
  readonly close?: () => unknown
  /** Lets it finish what it is at, as after SIGTERM, and resolves when it is down. Without it, that is not tried. */
  readonly stop?: StoppableTarget['stop']
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

    for (const { name, run } of shutdownCases) {
      test(name, async (context) => {
        if (!isStoppable(target)) context.skip()
        const own = await start()
        try {
          await run(own as StoppableTarget)
        } finally {
          await own.close?.()
        }
      })
    }
  })
}

function isStoppable({ stop }: StartedTarget): boolean {
  return stop !== undefined
}
