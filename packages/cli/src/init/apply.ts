import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppKey } from '@usersig/doctor'
import { CliError } from '../exit.ts'
import { redact } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { keyLines } from './env-file.ts'
import type { Plan } from './plan.ts'

/** How much of what a command printed is shown when it failed, in characters. */
const MOST_SAID = 2_000

/** Runs the package manager as the user would. */
export async function install(line: string, folder: string): Promise<void> {
  const child = spawn(line, { cwd: folder, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-MOST_SAID)
    })
  }
  const code = await new Promise((resolve) => {
    child.on('close', resolve).on('error', ({ message }) => resolve(message))
  })
  if (code !== 0) throw new CliError(words.init.installFailed(line, String(code)), redact(output.trim()))
}

/** Writes what was planned, and nothing over anything: what has come up since is left as it is. */
export function write(plan: Plan, folder: string, key: AppKey | undefined): void {
  for (const { path, text, isThere } of plan.files) {
    if (isThere) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeNew(join(folder, path), text)
  }
  writeKey(plan, folder, key)
  for (const { path, before, after } of plan.changes) {
    const full = join(folder, path)
    if (before === '') writeNew(full, after)
    else if (readFileSync(full, 'utf8') === before) writeFileSync(full, after)
    else throw new CliError(words.init.changedMeanwhile(path))
  }
}

/** For its owner alone. */
function writeKey({ key: planned }: Plan, folder: string, key: AppKey | undefined): void {
  if (planned.missing.length === 0) return
  const path = join(folder, planned.path)
  const lines = keyLines(planned, key)
  if (planned.isThere) {
    const text = readFileSync(path, 'utf8')
    appendFileSync(path, text === '' || text.endsWith('\n') ? lines : `\n${lines}`)
  } else writeNew(path, lines, 0o600)
}

function writeNew(path: string, text: string, mode = 0o666): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new CliError(words.init.changedMeanwhile(path))
  }
}
