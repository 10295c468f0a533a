import { join } from 'node:path'
import { generate } from './generate.ts'
import { ROOT } from './root.ts'

await generate(join(ROOT, 'docs'))
