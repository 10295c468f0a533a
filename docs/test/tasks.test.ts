import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../generate/root.ts'

interface Task {
  readonly taskId: string
  readonly directory: string
  readonly inputs: Readonly<Record<string, string>>
}

const MAX_BUFFER = 256 * 1024 * 1024
const TURBO = join(ROOT, 'node_modules/.bin/turbo')

function output(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: MAX_BUFFER,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What each task of `npm test` is run again for. */
function tasks(): Task[] {
  const names = ['check:lint', 'build', 'typecheck', 'test', 'test:reference', 'test:links', 'check:packages']
  return (JSON.parse(output(TURBO, ['run', ...names, '--dry=json'])) as { tasks: Task[] }).tasks
}

// What is installed or written by another task changes while tests run, and the task would run again for nothing.
test('a task runs again for files of the repository alone', () => {
  const files = output('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
  const ours = new Set(files.split('\0'))
  const all = tasks()
  expect(all.length).toBeGreaterThan(50)
  const others = all.flatMap(({ taskId, directory, inputs }) =>
    Object.keys(inputs)
      .map((file) => join(directory, file))
      .filter((file) => !ours.has(file))
      .map((file) => `${taskId}: ${file}`),
  )
  expect(others.slice(0, 20)).toEqual([])
})
