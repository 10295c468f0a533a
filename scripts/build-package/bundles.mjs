import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import { outputFolder } from './manifest.mjs'

// ESM only, so that CommonJS has to carry it: `require` of ESM works neither in Jest nor before Node 20.19.
const INLINED_IN_COMMONJS = ['@noble/hashes', 'jose']

/** Writes the package's own code as few files: one for each entry, and chunks for what entries share. */
export async function buildBundles(pack) {
  for (const { path, contents } of await makeBundles(pack)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
  }
}

/** Fails where a file of `dist` is missing or is not what the sources make now. */
export async function compareBundles(pack) {
  const files = await makeBundles(pack)
  const stale = files.filter(({ path, contents }) => !existsSync(path) || !readFileSync(path).equals(contents))
  if (stale.length === 0) return
  const names = stale.map(({ path }) => relative(pack.folder, path)).join(', ')
  throw new Error(`${pack.manifest.name} is not built from its present sources (${names}): run \`npm run build\`.`)
}

async function makeBundles(pack) {
  const made = await Promise.all(
    pack.formats.map(async (format) => {
      const files = await bundle(pack, format)
      return format === 'cjs' ? await toCommonJs(pack, files) : files
    }),
  )
  return [...made.flat(), ...licences(pack)]
}

// Their authors ask that a copy of the licence goes wherever a copy of the code goes.
function licences({ folder, manifest, formats }) {
  const inlined = INLINED_IN_COMMONJS.filter((name) => formats.includes('cjs') && name in (manifest.dependencies ?? {}))
  return inlined.map((name) => ({
    path: join(folder, 'dist/cjs', `LICENSE-${name.replace('@', '').replace('/', '-')}`),
    contents: readFileSync(licenceOf(join(folder, 'node_modules', name))),
  }))
}

function licenceOf(folder) {
  return ['LICENSE', 'LICENSE.md'].map((name) => join(folder, name)).find(existsSync)
}

async function bundle(pack, format) {
  const { manifest, folder } = pack
  const inlined = format === 'cjs' ? INLINED_IN_COMMONJS : []
  const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  return await run(pack, {
    entryPoints: pack.sources,
    outdir: join(folder, outputFolder(pack, format)),
    outbase: 'src',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: pack.targets.esm,
    chunkNames: 'shared-[hash]',
    packages: 'bundle',
    external: external.filter((name) => !inlined.includes(name)).flatMap((name) => [name, `${name}/*`]),
    tsconfig: 'tsconfig.build.json',
    // The second pass reads the map from the code.
    sourcemap: format === 'cjs' ? 'inline' : 'linked',
  })
}

// esbuild shares chunks between entries in ESM alone, so each file is translated once they are cut. One file with
// everything would make the root load all sub-paths; a file for each would give every sub-path a state of its own.
async function toCommonJs(pack, files) {
  const code = new Map(files.map(({ path, contents }) => [path, Buffer.from(contents).toString()]))
  const translated = await Promise.all([...code.keys()].map((path) => translate(pack, path, code)))
  return translated.flat()
}

/** What CommonJS, or the language of the target, has no word for. */
const STAND_INS = [
  {
    name: 'import.meta.url',
    as: 'thisModuleUrl',
    line: "const thisModuleUrl = require('node:url').pathToFileURL(__filename).href",
  },
  // The empty object has none of what a package looks for on a platform, as is right for old mini programs.
  {
    name: 'globalThis',
    as: 'thisPlatform',
    line: "const thisPlatform = typeof globalThis === 'object' ? globalThis : {}",
    until: 2020,
  },
]

function isOlder(target, year) {
  return year === undefined || (/^es20\d\d$/.test(target) && Number(target.slice(2)) < year)
}

async function translate(pack, path, code) {
  const stands = STAND_INS.filter(
    ({ name, until }) => code.get(path).includes(name) && isOlder(pack.targets.cjs, until),
  )
  const files = await run(pack, {
    entryPoints: [path],
    outfile: path,
    target: pack.targets.cjs,
    bundle: true,
    format: 'cjs',
    sourcemap: 'linked',
    // Jest runs no `import()` without a flag of Node's.
    supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
    define: Object.fromEntries(stands.map(({ name, as }) => [name, as])),
    banner: { js: stands.map(({ line }) => line).join('\n') },
    plugins: [
      {
        name: 'one file',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ kind }) => (kind === 'entry-point' ? { path } : { external: true }))
          onLoad({ filter: /.*/ }, () => ({ contents: code.get(path), loader: 'js', resolveDir: dirname(path) }))
        },
      },
    ],
  })
  return files
}

async function run(pack, options) {
  const { outputFiles } = await build({
    absWorkingDir: pack.folder,
    platform: 'node',
    // Needed for newer alphabets alone.
    supported: { 'regexp-unicode-property-escapes': true },
    charset: 'utf8',
    sourcesContent: !pack.manifest.files.includes('src'),
    logLevel: 'warning',
    write: false,
    ...options,
  })
  const tidyCode = pack.manifest.sideEffects === false ? withoutBareImports : (file) => file
  return outputFiles.map((file) => (file.path.endsWith('.map') ? tidyMap(file) : tidyCode(file)))
}

// esbuild keeps an import of a chunk that a file uses nothing of, for effects that there are none of. The line stays,
// for the sake of the source map.
function withoutBareImports({ path, text }) {
  return { path, contents: Buffer.from(text.replace(/^import "\.{1,2}\/[^"]+";$/gm, '')) }
}

// What is inlined comes from a folder of this machine's store, which no user has.
function tidyMap({ path, text }) {
  const map = JSON.parse(text)
  map.sources = map.sources.map((source) => source.replace(/^.*\/node_modules\//, 'node_modules/'))
  return { path, contents: Buffer.from(JSON.stringify(map)) }
}
