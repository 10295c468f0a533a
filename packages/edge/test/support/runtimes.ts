import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const suffix = process.platform === 'win32' ? '.exe' : ''

// The programs themselves and not their launchers in node_modules/.bin, which would outlive a kill.
export const DENO: string = join(dirname(require.resolve('deno-bin/package.json')), `deno${suffix}`)
export const BUN: string = join(dirname(require.resolve('bun-bin/package.json')), 'bin', 'bun.exe')
