import { tryRun } from '../../pack-check/process.mjs'

/** Runs a command in a project, on the registry of the trial. */
export function run(cwd, { env }, command, args) {
  const { status, stdout, stderr, error } = tryRun(command, args, { cwd, env, timeout: 300_000 })
  if (status === 0) return stdout
  throw new Error([`${command} ${args.join(' ')} failed`, stdout, stderr, error?.message].filter(Boolean).join('\n'))
}
