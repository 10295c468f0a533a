import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { suites } from '../../../packages/core/test/cases/all.ts'
import type { Outcome } from '../src/cases.ts'
import { createProject, type Project } from '../src/project.ts'
import { NotInstalledError, runtimes } from '../src/runtimes.ts'
import { readTable } from '../src/table.ts'

const count = suites.reduce((sum, { cases }) => sum + cases.length, 0)
const documented = readTable()

let project: Project
beforeAll(async () => {
  project = await createProject()
})
afterAll(() => project.remove())

describe('the packed core', () => {
  test.for(runtimes)('passes every case on $name', async ({ name, run }, context) => {
    const outcome = await run(project).catch((error: unknown) => {
      // What a developer's machine cannot have is no fault; where all have to be there, it is.
      if (process.env['CI'] || !(error instanceof NotInstalledError)) throw error
      console.warn(error.message)
      return context.skip(error.message)
    })
    expect(outcome).toEqual({ cases: count, failed: [] } satisfies Outcome)
    expect(documented.get(name)?.cases, 'docs/runtimes.md is out of date: npm run runtimes').toBe(
      `${count} of ${count}`,
    )
  })
})

describe('docs/runtimes.md', () => {
  test('names every runtime, and no other', () => {
    expect([...documented.keys()]).toEqual(runtimes.map(({ name }) => name))
  })

  // That of Chromium is the machine's where it has one.
  test.each(runtimes.filter(({ name }) => name !== 'Chromium'))('names the version of $name', async (runtime) => {
    expect(documented.get(runtime.name)?.version, 'run: npm run runtimes').toBe(await runtime.version())
  })
})
