import { parseArgs } from 'node:util'
import { run } from 'demo/server/run'
import { readSettings } from 'demo/server/settings'
import { ADAPTERS } from './adapters.ts'
import { runOn, runtimeNames } from './runtime.ts'

// The demo by any of the adapters: `node src/main.ts --adapter nest`.
const { values } = parseArgs({ options: { adapter: { type: 'string', default: 'node' } } })
const { adapter } = values
const load = ADAPTERS[adapter]
if (load) {
  const { serve } = await load()
  await run(() => readSettings(process.env, adapter), serve)
} else if (runtimeNames.includes(adapter)) {
  process.exitCode = await runOn(adapter)
} else {
  const names = [...Object.keys(ADAPTERS), ...runtimeNames].join(', ')
  console.error(`There is no adapter "${adapter}": choose one of ${names}.`)
  process.exitCode = 1
}
