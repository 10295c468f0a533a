import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const require = createRequire(import.meta.url)
const OWN = fileURLToPath(new URL('..', import.meta.url))

const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`))

/** Program of a package. */
export const programOf = (name: string, path: string): string => join(folderOf(name), path)

/** A project of its own, with packages as they are built. */
export function project(files: Readonly<Record<string, string>>, packages: readonly string[] = []): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'usersig-testing-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  mkdirSync(join(folder, 'node_modules/@usersig'), { recursive: true })
  symlinkSync(OWN, join(folder, 'node_modules/@usersig/testing'), 'junction')
  for (const name of packages) symlinkSync(folderOf(name), join(folder, 'node_modules', name), 'junction')
  return folder
}

/** Runs a program there, with nothing of the settings of this test run. */
export function run(folder: string, args: readonly string[], mode?: string): { status: number | null; said: string } {
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', CI: '1', ...(mode !== undefined && { NODE_ENV: mode }) },
  })
  return { status, said: stdout + stderr }
}
