import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DENO } from './support/runtimes.ts'

const packages = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(packages, path), 'utf8')
const readJson = (path: string) => JSON.parse(read(path))
const { catalog } = parse(read('../pnpm-workspace.yaml'))

const NAMES = ['core', 'edge']

describe.each(NAMES)('jsr.json of %s', (name) => {
  const jsr = readJson(`${name}/jsr.json`)
  const npm = readJson(`${name}/package.json`)

  test('is of the version of the npm package', () => {
    expect([jsr.name, jsr.version, jsr.license]).toEqual([npm.name, npm.version, npm.license])
  })

  test('has the same entries, as sources', () => {
    const { './package.json': _, ...entries } = npm.exports
    const sources = Object.entries<Record<string, string>>(entries).map(([path, target]) => [
      path,
      target['usersig-source'],
    ])
    expect(typeof jsr.exports === 'string' ? { '.': jsr.exports } : jsr.exports).toEqual(Object.fromEntries(sources))
  })

  test('has the same dependencies', () => {
    const wanted = Object.entries<string>(npm.dependencies).map(([dependency, range]) =>
      range === 'catalog:'
        ? [dependency, `npm:${dependency}@${catalog[dependency]}`]
        : // Sister packages are released together, and share more than their public face.
          [dependency, `jsr:${dependency}@${readJson(`${dependency.replace('@usersig/', '')}/package.json`).version}`],
    )
    expect(jsr.imports).toEqual(Object.fromEntries(wanted))
  })
})

test('JSR would take both packages: types checked, none of them slow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-jsr-'))
  try {
    // Out of the workspace of npm packages, into one of JSR packages, where edge finds core without asking the registry.
    for (const name of NAMES) {
      for (const part of ['jsr.json', 'src', 'LICENSE']) {
        cpSync(join(packages, name, part), join(folder, name, part), { recursive: true })
      }
    }
    symlinkSync(join(packages, 'core', 'node_modules'), join(folder, 'node_modules'), 'junction')
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    writeFileSync(
      join(folder, 'deno.json'),
      JSON.stringify({ workspace: NAMES.map((name) => `./${name}`), nodeModulesDir: 'manual' }),
    )
    const { status, stdout, stderr } = spawnSync(DENO, ['publish', '--dry-run', '--allow-dirty'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    })
    expect(status, stdout + stderr).toBe(0)
    expect(stderr).toContain('Dry run complete')
    expect(stderr).not.toMatch(/warning/i)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
