import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A project as a generator writes it, less what `init` does not look at, in a folder of its own; it goes with the test. */
export function unpack(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-init-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const text = readFileSync(new URL(`./generated/${name}.txt`, import.meta.url), 'utf8')
  for (const part of text.split(/^=== /m).slice(1)) {
    const end = part.indexOf('\n')
    const path = join(folder, part.slice(0, end))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, part.slice(end + 1))
  }
  return folder
}
