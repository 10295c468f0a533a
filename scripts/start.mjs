import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, setUp } from './setup.mjs'

const DEMO = join(root, 'apps', 'demo')

setUp()
const built = await run('turbo', ['run', 'build', '--filter=demo', '--output-logs=new-only'])
process.exitCode = built || (await serve(process.argv.slice(2)))

// Not through a package manager: it would leave the server running when it is told to stop.
function serve(extra) {
  const { scripts } = JSON.parse(readFileSync(join(DEMO, 'package.json'), 'utf8'))
  const [program, ...args] = scripts.start.split(' ')
  return run(program, [...args, ...extra], { cwd: DEMO, passInterrupt: true })
}
