import { readFileSync, writeFileSync } from 'node:fs'
import { optionsList } from '../src/config/options-list.ts'
import { SCHEMA } from '../src/config/schema.ts'

// Writes the published schema, and the list of the README, from the schema that the service checks with. Tests compare.
//   node --conditions=usersig-source scripts/write-docs.mjs
const at = (name) => new URL(`../${name}`, import.meta.url)
writeFileSync(at('schema.json'), `${JSON.stringify(SCHEMA, null, 2)}\n`)
const readme = readFileSync(at('README.md'), 'utf8')
const list = /(?<=## Options\n\n.*?\n\n)- [\s\S]*?(?=\n\n)/
writeFileSync(
  at('README.md'),
  readme.replace(list, () => optionsList(SCHEMA)),
)
