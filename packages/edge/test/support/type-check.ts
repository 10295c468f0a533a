import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

/** Compiles the project in a folder, and returns what TypeScript has to say against it. */
export function typeCheck(folder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  })
  return status === 0 ? '' : stdout + stderr
}
