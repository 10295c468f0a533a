import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The condition under which a workspace reads the sources of another, so that an edit is seen without a build. */
const SOURCE = 'usersig-source'
// Tencent's function platforms still offer Node 16, as this version or a later one.
const NODE = 'node16.13'

/**
 * @typedef {object} Pack
 * @property {string} folder
 * @property {Record<string, any>} manifest
 * @property {{ path: string, source: string }[]} entries what users import, such as `./bulk` from `src/bulk/index.ts`
 * @property {string[]} sources every file that has to be there by its own name
 * @property {('esm' | 'cjs')[]} formats
 * @property {{ esm: string, cjs: string }} targets the syntax that each format may use
 */

/** Reads what is to be built; refuses a package.json whose `exports` would not find it. @returns {Pack} */
export function readPackage(folder, furtherSources, commonJsTarget = NODE) {
  const manifest = readManifest(folder)
  const entries = findEntries(manifest)
  const wanted = publicFields(manifest, entries)
  const wrong = Object.keys(wanted).filter((name) => JSON.stringify(manifest[name]) !== JSON.stringify(wanted[name]))
  if (wrong.length > 0) {
    throw new Error(
      `package.json: ${wrong.join(', ')} should be ${JSON.stringify(wanted, wrong, 2)}. ` +
        `\`node ../../scripts/build-package.mjs --write-exports\` writes it.`,
    )
  }
  const programs = Object.values(manifest.bin ?? {}).map((path) =>
    path.replace(/^\.\/dist\/(esm\/)?/, 'src/').replace('.js', '.ts'),
  )
  return {
    folder,
    manifest,
    entries,
    sources: [...entries.map(({ source }) => source), ...programs, ...furtherSources],
    targets: { esm: NODE, cjs: commonJsTarget },
    formats: entries.length > 0 ? ['esm', 'cjs'] : ['esm'],
  }
}

export function writeExports(folder) {
  const manifest = readManifest(folder)
  Object.assign(manifest, publicFields(manifest, findEntries(manifest)))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Where a source is found in `dist`. A program alone needs no second format, and so no folder for each. */
export function outputFolder({ formats }, format) {
  return formats.length > 1 ? `dist/${format}` : 'dist'
}

/** The folders that stand for the sub-paths where `exports` is not read: TypeScript's node10, webpack 4, Metro. */
export function stubFolders({ entries }) {
  return entries.filter(({ path }) => path !== '.')
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function findEntries(manifest) {
  return Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([path, target]) => ({ path, source: target[SOURCE].replace('./', '') }))
}

function publicFields(manifest, entries) {
  if (entries.length === 0) return {}
  const stubs = stubFolders({ entries }).map(({ path }) => basename(path))
  const others = (manifest.files ?? []).filter((name) => !['dist', 'src', ...stubs].includes(name))
  const main = entries.find(({ path }) => path === '.')?.source
  return {
    main: `./${built(main, 'cjs', '.js')}`,
    types: `./${built(main, 'cjs', '.d.ts')}`,
    exports: {
      ...Object.fromEntries(entries.map(({ path, source }) => [path, conditions(source)])),
      ...Object.fromEntries(Object.entries(manifest.exports).filter(([, target]) => typeof target === 'string')),
      './package.json': './package.json',
    },
    files: ['dist', 'src', ...stubs, ...others],
  }
}

function conditions(source) {
  const of = (format) => ({
    types: `./${built(source, format, '.d.ts')}`,
    default: `./${built(source, format, '.js')}`,
  })
  return { [SOURCE]: `./${source}`, import: of('esm'), require: of('cjs') }
}

/** `src/bulk/index.ts` is built to `dist/esm/bulk/index.js`. */
export function built(source, format, extension) {
  return source.replace('src/', `dist/${format}/`).replace(/\.ts$/, extension)
}
