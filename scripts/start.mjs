import { run, setUp } from './setup.mjs'

setUp()
const built = await run('turbo', ['run', 'build', '--filter=demo', '--output-logs=new-only'])
process.exitCode = built || (await run('pnpm', ['--dir', 'apps/demo', 'run', 'start', ...process.argv.slice(2)]))
