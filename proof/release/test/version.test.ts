import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findIn, packages, ROOT } from './root.ts'

const { followVersion } = await import(pathToFileURL(join(ROOT, 'scripts/release/follow.mjs')).href)
const CHANGESET = join(ROOT, 'node_modules/@changesets/cli/bin.js')
const released = packages.some(([, { version }]) => version !== '0.0.0')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usersig-version-'))
  const workspaces = ['packages', 'apps', 'examples', 'proof', 'packages/nestjs-module/test']
  const manifests = workspaces
    .filter((path) => existsSync(join(ROOT, path)))
    .flatMap((path) => findIn(path, 'package.json'))
  const others = ['bench/package.json', 'docs/package.json', '.changeset', ...findIn('packages', 'jsr.json')]
  for (const path of [...manifests, ...others, 'package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml']) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    cpSync(join(ROOT, path), join(folder, path), { recursive: true })
  }
  // The changelog's own formatter is looked up from here.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  run('git', 'init', '--quiet')
  run('git', 'add', '--all', '--', ':!node_modules')
  run('git', '-c', 'user.name=test', '-c', 'user.email=test@localhost', 'commit', '--quiet', '--message=all')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  expect(status, `${stdout}${stderr}${error?.message ?? ''}`).toBe(0)
}

test.skipIf(released)('the first release is 0.1.0, and everything that names a version follows', () => {
  run(process.execPath, CHANGESET, 'version')
  expect(followVersion(folder)).toBe('0.1.0')
  const text = (path: string) => readFileSync(join(folder, path), 'utf8')
  for (const [path] of packages) {
    expect(JSON.parse(text(`${path}/package.json`)).version).toBe('0.1.0')
    expect(text(`${path}/CHANGELOG.md`)).toContain('\n## 0.1.0\n')
  }
  for (const path of findIn('packages', 'jsr.json')) {
    expect(JSON.parse(text(path)).version).toBe('0.1.0')
    for (const [, version] of text(path).matchAll(/jsr:@usersig\/[\w-]+@([^"/]+)/g)) expect(version).toBe('0.1.0')
  }
  const examples = findIn('examples', 'package.json').map((path) => JSON.parse(text(path)))
  const ours = examples.flatMap(({ dependencies }) =>
    Object.entries(dependencies as Record<string, string>).filter(([name]) => name.startsWith('@usersig/')),
  )
  expect(ours.length).toBeGreaterThan(0)
  expect(ours.filter(([, range]) => range !== '^0.1.0')).toEqual([])
})
