import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../generate/root.ts'
import { repositoryFiles } from './support/repository.ts'

interface Task {
  readonly taskId: string
  readonly directory: string
  readonly inputs: Readonly<Record<string, string>>
}

const MAX_BUFFER = 256 * 1024 * 1024
const TURBO = join(ROOT, 'node_modules/.bin/turbo')

/** All tasks whose results are kept, with the files that they are run again for. */
function keptTasks(): Task[] {
  const config: { tasks: Record<string, { cache?: boolean }> } = JSON.parse(
    readFileSync(join(ROOT, 'turbo.json'), 'utf8'),
  )
  const names = Object.keys(config.tasks).filter((name) => config.tasks[name]?.cache !== false)
  const args = ['run', ...names.map((name) => name.replace('//#', '')), '--dry=json']
  return JSON.parse(execFileSync(TURBO, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: MAX_BUFFER })).tasks
}

// What is installed or written by another task changes while tests run, and the task would run again for nothing.
test('a task runs again for files of the repository alone', () => {
  const ours = new Set(repositoryFiles())
  const all = keptTasks()
  expect(all.length).toBeGreaterThan(50)
  const others = all.flatMap(({ taskId, directory, inputs }) =>
    Object.keys(inputs)
      .map((file) => join(directory, file))
      .filter((file) => !ours.has(file))
      .map((file) => `${taskId}: ${file}`),
  )
  expect(others.slice(0, 20)).toEqual([])
})
