import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

/**
 * Brings a page into the form that the repository asks of Markdown.
 *
 * @param name its path within docs/, which says what it is, wherever it is written
 */
export function formatPage(folder: string, name: string): void {
  const file = join(folder, name)
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIOME, 'format', `--stdin-file-path=docs/${name}`], {
    cwd: ROOT,
    encoding: 'utf8',
    input: readFileSync(file, 'utf8'),
    maxBuffer: 16 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(stderr)
  writeFileSync(file, stdout)
}
