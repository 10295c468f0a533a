import { writeFileSync } from 'node:fs'
import { SCHEMA } from '../src/config/schema.ts'

// Writes the published schema from the one that the service checks with. A test compares the two.
writeFileSync(new URL('../schema.json', import.meta.url), `${JSON.stringify(SCHEMA, null, 2)}\n`)
