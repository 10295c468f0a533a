#!/usr/bin/env node
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { loadConfig, runService } from './index.ts'

const HELP = `Usage: usersig-service --config usersig.json [--check]

Issues tickets to the users of your login, as the configuration file says.

  --config <file>  the configuration: JSON, or YAML
  --check          looks at the configuration, and ends
  --help           shows this
  --version        shows the version

SIGHUP reads the configuration again, SIGTERM ends in order.
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      check: { type: 'boolean' },
      help: { type: 'boolean' },
      version: { type: 'boolean' },
    },
  })
  if (values.version) {
    console.log(createRequire(import.meta.url)('@usersig/service/package.json').version)
  } else if (values.help) {
    console.log(HELP)
  } else if (values.config === undefined) {
    console.error(HELP)
    process.exitCode = 2
  } else if (values.check) {
    const { apps } = loadConfig(values.config)
    console.log(`${values.config} is valid: ${Object.keys(apps).join(', ')}`)
  } else {
    await runService(values.config)
  }
}

main().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 2
})
