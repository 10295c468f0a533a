import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(import.meta.url), '../../..')

/** Runs a command and gives what it printed; throws with everything it said if it fails. */
export function runToEnd(command, args, options) {
  const { status, stdout, stderr, error } = tryRun(command, args, options)
  if (status === 0) return stdout
  throw new Error([`${command} ${args.join(' ')} failed`, stdout, stderr, error?.message].filter(Boolean).join('\n'))
}

export function tryRun(command, args, options) {
  return spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32', ...options })
}
