import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEY, SESSION_SECRET, useExample } from '../test/support/use-example.ts'
import { startWorker } from '../test/support/worker.ts'
import { createProject, OF_CORE, type Project } from './project.ts'

let project: Project
beforeAll(() => {
  project = createProject('workers', ['src', 'wrangler.jsonc'], ['wrangler@4', 'jose@6', ...OF_CORE])
})
afterAll(() => project?.remove())

test('wrangler bundles the example without a warning, and what it would deploy runs with both bindings', async () => {
  const output = project.run('npx', ['wrangler', 'deploy', '--dry-run', '--outdir', 'out'])
  expect(output).toContain('env.USERSIG_SDKAPPID ("1400000000")')
  expect(output).toContain('env.TICKETS')
  expect(output).not.toMatch(/warning|error/i)

  const bindings = { ...KEY, SESSION_SECRET }
  const worker = await startWorker(readFileSync(join(project.folder, 'out', 'index.js'), 'utf8'), bindings, {
    ratelimits: { TICKETS: { namespace_id: '1001', simple: { limit: 30, period: 60 } } },
  })
  try {
    await useExample((path, init) => fetch(worker.baseUrl + path, init))
  } finally {
    await worker.close()
  }
})
