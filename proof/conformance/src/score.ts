import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** One group of the report of `usersig conform --json`. */
export interface Score {
  readonly group: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly first?: { readonly name: string; readonly message: string }
}

const USERSIG = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url))

/** Scores a command that answers line by line. */
export function scoreLines(command: string): readonly Score[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [USERSIG, 'conform', '--lines', '--command', command, '--json'],
    {
      encoding: 'utf8',
    },
  )
  if (stdout === '') throw new Error(stderr)
  return (JSON.parse(stdout) as { scores: readonly Score[] }).scores
}
