import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs something in a temporary folder, which goes in the end, also after Ctrl-C; what it throws is told and counts as a failure. */
export async function inTrial(name, run) {
  const folder = mkdtempSync(join(tmpdir(), `usersig-${name}-`))
  // Whatever was started ends with this process: see `stopAtExit`.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  try {
    await run(folder)
  } catch (error) {
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}

/** Ends something at the latest with this process. @returns {() => void} what says that it has ended */
export function stopAtExit(stop) {
  process.prependListener('exit', stop)
  return () => process.removeListener('exit', stop)
}
