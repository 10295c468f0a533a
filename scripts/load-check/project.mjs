import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runToEnd, tryRun } from '../pack-check/process.mjs'

const QUIET = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error']

/** Makes a project with the packed packages and other dependencies in it. */
export function makeProject(folder, { packages, dependencies = {}, type, files = {}, overrides }) {
  mkdirSync(folder, { recursive: true })
  const manifest = { private: true, type, dependencies: { ...tarballs(packages), ...dependencies }, overrides }
  writeFiles(folder, { ...files, 'package.json': JSON.stringify(manifest, null, 2) })
  runToEnd('npm', ['install', ...QUIET], { cwd: folder })
}

/** Installs the packed packages into a project that a generator made. */
export function addPackages(folder, packages) {
  runToEnd('npm', ['install', ...QUIET, ...Object.values(tarballs(packages))], { cwd: folder })
}

export function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}

/** The named packages and those of ours that they need. */
export function choose(packages, ...names) {
  return packages.filter(({ name }) => names.includes(name))
}

/** Runs one step: what it was, how long it took, and what it said if it failed. */
export function step(what, program, args, options) {
  const start = performance.now()
  const { status, stdout, stderr, error } = tryRun(program, args, { timeout: 300_000, ...options })
  const seconds = (performance.now() - start) / 1000
  return { what, seconds, stdout, fault: status === 0 ? undefined : `${stdout}${stderr}${error?.message ?? ''}` }
}

function tarballs(packages) {
  return Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`]))
}
