import { cpSync, existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

// Puts the page that apps/demo builds beside the program, which serves it as `usersig console`.
//   --required  fails where the page is not built, so that no package is published without it
const { values } = parseArgs({ options: { required: { type: 'boolean' } } })
const [source, target] = ['../../apps/demo/dist', './dist/console'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

if (existsSync(`${source}/index.html`)) {
  rmSync(target, { recursive: true, force: true })
  cpSync(source, target, { recursive: true })
} else if (values.required) {
  console.error('The page of apps/demo is not built: run `turbo run build --filter=demo`.')
  process.exitCode = 1
}
