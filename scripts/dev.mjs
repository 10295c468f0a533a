import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, run, setUp, toolEnvironment } from './setup.mjs'

// The demo with reload: vite serves the page and hands on to a second process what is asked of the server. Both read
// the sources of the packages, and reload or start anew when one is edited.
const DEMO = join(root, 'apps', 'demo')
const VITE = join(DEMO, 'node_modules', 'vite', 'bin', 'vite.js')
const SERVER = ['--conditions=usersig-source', '--watch', '--watch-preserve-output', 'server/main.ts']

setUp()
// The server does not start without a page.
process.exitCode = (await run('node', [VITE, 'build', '--logLevel', 'warn'], { cwd: DEMO })) || start()

function start() {
  const env = { ...toolEnvironment(), PORT: '3001', DEMO_SERVER: 'http://localhost:3001' }
  const children = [SERVER, [VITE, ...process.argv.slice(2)]].map((args) =>
    spawn('node', args, { cwd: DEMO, stdio: 'inherit', env, shell: process.platform === 'win32' }),
  )
  for (const child of children) {
    child.on('exit', (code) => {
      process.exitCode ||= code ?? 0
      for (const other of children) other.kill()
    })
  }
}
