import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tryRun } from '../../pack-check/process.mjs'
import { findPackages, findVersion, readJson } from '../packages.mjs'
import { commit, copyWorkTree } from './copy.mjs'
import { startRegistry } from './registry.mjs'
import { step } from './steps.mjs'

/**
 * Makes the next release in a copy of the work tree, and publishes it to a registry of its own.
 *
 * @param {string} folder an empty one, outside of the work tree
 */
export async function stageRelease(folder) {
  const copy = await step('copy the work tree, install', () => {
    const copy = copyWorkTree(join(folder, 'copy'))
    copy.run('pnpm', 'install', '--frozen-lockfile', '--prefer-offline')
    return copy
  })
  const version = await step('prepare: changesets to version, changelogs, lockfile', () => prepare(copy))
  await step('the lockfile fits what was prepared', () => {
    copy.run('pnpm', 'install', '--frozen-lockfile', '--prefer-offline')
  })
  await step('nothing packs without a build', () => refusesToPack(copy))
  await step('build', () => copy.run('turbo', 'run', 'build', '--filter=./packages/*', '--output-logs=errors-only'))
  const tarballs = join(folder, 'tarballs')
  await step('pack, and look into each tarball', () => copy.run('node', 'scripts/release/pack.mjs', tarballs))
  const registry = await step('start a registry', () => startRegistry(join(folder, 'registry')))
  try {
    await publish(copy, tarballs, registry)
    await step('JSR would take its packages', () => tryJsr(copy, join(folder, 'jsr'), registry))
    return { copy, version, registry, packages: readJson(join(tarballs, 'release.json')) }
  } catch (error) {
    await registry.close()
    throw error
  }
}

function prepare(copy) {
  const before = findVersion(findPackages(copy.folder))
  // Between two releases there may be nothing new; the version of the last one is then tried again.
  if (globSync('.changeset/*.md', { cwd: copy.folder }).length === 0) return before
  copy.run('node', 'scripts/release/prepare.mjs')
  const packages = findPackages(copy.folder)
  const version = findVersion(packages)
  if (version === before) throw new Error(`the changesets left the version at ${version}`)
  if (before === '0.0.0' && version !== '0.1.0') throw new Error(`the first release would be ${version}, not 0.1.0`)
  const others = globSync(['packages/*/jsr.json', 'examples/*/package.json'], { cwd: copy.folder })
  const behind = others.filter((path) => {
    const text = readFileSync(join(copy.folder, path), 'utf8')
    return text.includes('@usersig/') && !text.includes(`${version}"`)
  })
  if (behind.length > 0) throw new Error(`these still name another version: ${behind.join(', ')}`)
  const silent = packages.filter(({ folder }) => !existsSync(join(copy.folder, folder, 'CHANGELOG.md')))
  if (silent.length > 0) throw new Error(`these have no changelog: ${silent.map(({ name }) => name).join(', ')}`)
  commit(copy, 'prepared')
  return version
}

function refusesToPack(copy) {
  for (const { name, folder } of findPackages(copy.folder)) {
    rmSync(join(copy.folder, folder, 'dist'), { recursive: true, force: true })
    const said = copy.runInVain('pnpm', '--dir', folder, 'pack', '--pack-destination', copy.folder)
    if (!said.includes('is not built')) throw new Error(`${name} does not pack, but for another reason:\n${said}`)
  }
}

async function publish(copy, tarballs, registry) {
  const { env, url } = registry
  const run = () =>
    copy.runIn(env, 'node', 'scripts/release/publish.mjs', tarballs, '--registry', url, '--no-provenance')
  await step('reserve the names', () => copy.runIn(env, 'node', 'scripts/release/reserve.mjs', url))
  await step('publish', () => requireLines(run(), 'is published', tarballs))
  await step('publish again, as after a broken run: nothing happens', () =>
    requireLines(run(), 'is there already', tarballs),
  )
}

function tryJsr(copy, folder, { env }) {
  copy.run('node', 'scripts/release/stage-jsr.mjs', folder)
  const program = process.platform === 'win32' ? 'deno.exe' : 'deno'
  const deno = join(copy.folder, 'packages/edge/node_modules/deno-bin', program)
  const { status, stdout, stderr } = tryRun(deno, ['publish', '--dry-run', '--allow-dirty'], { cwd: folder, env })
  if (status !== 0) throw new Error(stdout + stderr)
}

function requireLines(output, words, tarballs) {
  const wanted = readJson(join(tarballs, 'release.json')).length
  const found = output.split('\n').filter((line) => line.endsWith(words)).length
  if (found !== wanted) throw new Error(`${found} of ${wanted} packages: "${words}"\n${output}`)
}
