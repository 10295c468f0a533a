import { writeFileSync } from 'node:fs'
import { makeFiles } from './files.ts'

for (const [path, text] of makeFiles()) writeFileSync(new URL(`../${path}`, import.meta.url), text)
