import { mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

// Whole runtimes and compilers are started here, on machines that are busy with other things.
export default mergeConfig(base, { test: { hookTimeout: 30_000, testTimeout: 30_000 } })
