import { join } from 'node:path'
import { root, run, SCOPES, setUp } from './setup.mjs'

const DEMO = join(root, 'apps', 'demo')
const VITE = join(DEMO, 'node_modules', 'vite', 'bin', 'vite.js')
const BUILDS = [[], ['--ssr', 'server/main.ts', '--outDir', 'dist-server']]

setUp(SCOPES.demo)
console.log('Building the page and its server …')
process.exitCode = (await build()) || (await serve(process.argv.slice(2)))

async function build() {
  for (const args of BUILDS) {
    const code = await run(process.execPath, [VITE, 'build', '--logLevel', 'warn', ...args], { cwd: DEMO })
    if (code !== 0) return code
  }
  return 0
}

// Not through a package manager: it would leave the server running when it is told to stop.
function serve(args) {
  return run(process.execPath, [join(DEMO, 'dist-server', 'main.js'), ...args], { cwd: DEMO, passInterrupt: true })
}
