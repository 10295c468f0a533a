#!/usr/bin/env node
import * as nodeModule from 'node:module'

// Node 22 keeps what it compiled for the next start; older versions have no such function.
;(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.()

await import('./start.ts')
