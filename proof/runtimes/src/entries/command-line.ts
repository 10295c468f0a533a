import * as lib from '@usersig/core'
import { runCases } from '../cases.ts'

console.log(JSON.stringify(await runCases(lib)))
