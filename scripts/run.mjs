import { run, setUp } from './setup.mjs'

const [program, ...args] = process.argv.slice(2)
setUp()
process.exitCode = await run(program, args)
