import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

// Here the settings are in .env; a server has them in its environment.
if (existsSync('.env')) {
  const file = parseEnv(readFileSync('.env', 'utf8'))
  Object.assign(process.env, { ...file, ...process.env })
}
