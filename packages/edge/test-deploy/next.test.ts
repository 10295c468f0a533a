import { afterAll, beforeAll, expect, test } from 'vitest'
import { start } from '../test/support/start.ts'
import { ENV, useExample } from '../test/support/use-example.ts'
import { createProject, OF_CORE, type Project } from './project.ts'

const PACKAGES = ['next@16', 'react@19', 'react-dom@19', 'typescript@5', '@types/node', '@types/react', 'jose@6']

let project: Project
beforeAll(() => {
  project = createProject('nextjs', ['app', 'lib'], [...PACKAGES, ...OF_CORE])
})
afterAll(() => project?.remove())

test('Next.js builds the example without a key, and serves it with one', async () => {
  const output = project.run('npx', ['next', 'build'], { NEXT_TELEMETRY_DISABLED: '1' })
  expect(output).toMatch(/ƒ \/api\/me/)
  expect(output).toMatch(/ƒ \/api\/usersig/)
  const next = 'node_modules/next/dist/bin/next'
  const server = await start(process.execPath, [next, 'start', '--port', '0'], { cwd: project.folder, env: ENV })
  try {
    await useExample((path, init) => fetch(`${server.baseUrl}/api${path}`, init))
  } finally {
    await server.close()
  }
})
