import * as lib from '@usersig/core'
import { runCases } from '../cases.ts'

Object.assign(globalThis, { outcome: runCases(lib) })
