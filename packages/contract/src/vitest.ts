import { afterAll, beforeAll, describe, test } from 'vitest'
import { type ContractCase, type ContractTarget, contractCases, type StoppableTarget, shutdownCases } from './index.ts'

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

    const declare = ({ name, appliesTo, run, waits }: ContractCase) =>
      test(name, { concurrent: waits === 'at once' }, async (context) => {
        if (!appliesTo(target)) context.skip()
        await run(target)
      })

    for (const each of contractCases) if (!each.waits) declare(each)

    describe.concurrent('while others wait, too', () => {
      for (const each of contractCases) if (each.waits === 'at once') declare(each)

      describe('in turn', () => {
        for (const each of contractCases) if (each.waits === 'in turn') declare(each)
      })

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
  })
}

function isStoppable({ stop }: StartedTarget): boolean {
  return stop !== undefined
}
