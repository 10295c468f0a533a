import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Bundles every entry as a user would and holds its compressed size against the package's size-budget.json. */
export async function checkSizes(packages, consumer) {
  const rows = await measurePackages(packages, consumer)
  console.log(`  ${'entry'.padEnd(32)}${'minified'.padStart(10)}${'gzip'.padStart(10)}${'budget'.padStart(10)}`)
  for (const { entry, minified, gzip, budget } of rows) {
    const cells = [minified, gzip, budget].map((bytes) => String(bytes ?? 'none').padStart(10))
    console.log(`  ${entry.padEnd(32)}${cells.join('')}`)
  }
  return rows
    .filter(({ gzip, budget }) => !(gzip <= budget))
    .map(({ entry, gzip, budget }) => `${entry}: ${gzip} bytes gzipped, the budget is ${budget ?? 'not set'}`)
}

/** The sizes of every entry, in bytes, with the budget of each. */
export async function measurePackages(packages, consumer) {
  return (await Promise.all(packages.map((packed) => measurePackage(packed, consumer)))).flat()
}

async function measurePackage({ folder, entries, manifest }, consumer) {
  if (entries.length === 0) return []
  const budgets = readBudgets(folder)
  const external = Object.keys(manifest.peerDependencies ?? {})
  return await Promise.all(
    entries.map(async (entry) => {
      const code = await bundle(entry, external, consumer, manifest.bin ? 'node' : 'browser')
      return { entry, minified: code.length, gzip: gzipSync(code, { level: 9 }).length, budget: budgets[entry] }
    }),
  )
}

function readBudgets(folder) {
  const file = join(folder, 'size-budget.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

async function bundle(entry, external, consumer, platform) {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${entry}'`, resolveDir: consumer },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    // Node's own modules stay outside; what is no program is resolved as for a browser.
    platform,
    external: [...external, 'node:*'],
    conditions: platform === 'browser' ? ['browser'] : [],
  })
  return outputFiles[0].contents
}
