import { run } from './run.ts'
import { readSettings } from './settings.ts'

await run(() => readSettings(process.env))
