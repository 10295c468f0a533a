import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export interface Project {
  readonly folder: string
  run(command: string, args: readonly string[], env?: Record<string, string>): string
  remove(): void
}

/** An example as somebody copies it: with the packages installed that its README names, and no link into the workspace. */
export function createProject(example: string, parts: readonly string[], packages: readonly string[]): Project {
  const folder = mkdtempSync(join(tmpdir(), `usersig-${example}-`))
  for (const part of parts) cpSync(join(root, 'examples', example, part), join(folder, part), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const run: Project['run'] = (command, args, env = {}) => {
    const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', CI: '1', ...env } } as const
    const { status, stdout, stderr, error } = spawnSync(command, args, options)
    const output = stdout + stderr
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error ?? status}\n${output}`)
    return output
  }
  run('npm', ['install', '--no-audit', '--no-fund', ...packages])
  for (const name of ['core', 'edge']) {
    const installed = join(folder, 'node_modules', '@usersig', name)
    mkdirSync(installed, { recursive: true })
    for (const part of ['dist', 'package.json']) {
      cpSync(join(root, 'packages', name, part), join(installed, part), { recursive: true })
    }
  }
  return { folder, run, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What the core depends on, which npm does not know of when the core is copied. */
export const OF_CORE: readonly string[] = ['@noble/hashes@2']
