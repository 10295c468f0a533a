#!/usr/bin/env node
import module from 'node:module'

// From here on Node keeps the compiled code of what it loads, among the user's temporary files, for the next call.
// Node 20 cannot yet.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown }
enableCompileCache?.()
await import('./command-line.ts')
