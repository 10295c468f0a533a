import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { installConsumer } from '../pack-check/consumer.mjs'
import { packAll } from '../pack-check/pack.mjs'
import { root, tryRun } from '../pack-check/process.mjs'
import { measurePackages } from '../pack-check/sizes.mjs'
import { writeJson } from '../release/packages.mjs'

// Writes the sizes of all entries, and the speed of the core beside its peers, into a file: `npm run measure -- FILE`.
const file = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? 'measured.json')
const folder = mkdtempSync(join(tmpdir(), 'usersig-measure-'))
try {
  const packages = packAll(folder)
  const measured = await measurePackages(packages, installConsumer(folder, packages))
  const sizes = Object.fromEntries(measured.map(({ entry, gzip }) => [entry, gzip]))
  writeJson(file, { sizes, ratios: benchmark() })
  console.log(`✓ ${Object.keys(sizes).length} sizes are in ${file}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** How many times faster the core is than each peer, by the name of the case. */
function benchmark() {
  const results = join(root, 'bench/results.json')
  const committed = readFileSync(results)
  try {
    rmSync(results)
    // It fails where a goal is missed, which a shared machine may do; the numbers are there all the same.
    const { stdout, stderr } = tryRun('node', ['--expose-gc', 'dist/main.js'], { cwd: join(root, 'bench') })
    if (!existsSync(results)) throw new Error(`the benchmark wrote nothing:\n${stdout}${stderr}`)
    const { rows } = JSON.parse(readFileSync(results, 'utf8'))
    const ratios = rows.flatMap(({ name, peers }) =>
      Object.entries(peers).map(([peer, { ratio }]) => [`${name} beside ${peer}`, ratio]),
    )
    return Object.fromEntries(ratios)
  } finally {
    writeFileSync(results, committed)
  }
}
