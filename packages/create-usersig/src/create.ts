import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TEMPLATE = fileURLToPath(new URL('../template', import.meta.url))
const MANIFEST = new URL('../package.json', import.meta.url)

/** The version of this program, and of all packages of its release. */
export const { version: VERSION } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { version: string }

/** Whether nothing would be written over. */
export const isFree = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0

/** Writes the app, with a secret and a password of its own; the key is for `usersig init` to ask. */
export function createApp(folder: string): void {
  cpSync(TEMPLATE, folder, { recursive: true })
  // npm publishes no file of this name.
  renameSync(join(folder, 'gitignore'), join(folder, '.gitignore'))
  const path = join(folder, 'package.json')
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
  const manifest = readFileSync(path, 'utf8')
    .replace('"name": "app"', `"name": ${JSON.stringify(name)}`)
    .replaceAll('": "*"', `": "^${VERSION}"`)
  writeFileSync(path, manifest)
  const secrets = {
    SESSION_SECRET: randomBytes(32).toString('hex'),
    DEMO_PASSWORD: randomBytes(9).toString('base64url'),
  }
  const lines = Object.entries(secrets).map(([variable, value]) => `${variable}=${value}\n`)
  writeFileSync(join(folder, '.env'), lines.join(''), { flag: 'wx', mode: 0o600 })
}
