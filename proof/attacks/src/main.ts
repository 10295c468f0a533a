import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

const USAGE = `npm run attacks -- [--server NAME]… [--class NAME]… [--quick] [--list]

  --server  only this server, as often as wanted
  --class   only this class of attacks
  --quick   leaves out what takes many seconds
  --list    prints the attacks and what each of them is promised not to do`

const { values } = readArguments()

// The apps of the adapters' own tests are TypeScript with decorators, which Node.js does not strip, and read the sources
// of the packages.
const conditions = ['usersig-source', 'module', 'node', 'development|production']
const program = fileURLToPath(new URL('program.ts', import.meta.url))
const { module } = await runnerImport<typeof import('./program.ts')>(program, {
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  logLevel: 'error',
})
process.exitCode = await module.main(values)
// What a broken server keeps open must not keep the program.
process.exit()

function readArguments() {
  const list = { type: 'string', multiple: true } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({ options: { server: list, class: list, quick: flag, list: flag } })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}
