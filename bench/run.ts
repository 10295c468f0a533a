import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The benchmarks, one after the other; what is asked for goes to the first. A goal that is missed does not end the run. */
const PARTS = [
  ['--expose-gc', 'main.js', ...process.argv.slice(2)],
  ['peers/main.js'],
  ['bulk.js'],
  ['functions/main.js'],
  ['http/main.js'],
] as const

const here = fileURLToPath(new URL('.', import.meta.url))
for (const args of PARTS) {
  const { status } = spawnSync(process.execPath, [...args], { cwd: here, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
