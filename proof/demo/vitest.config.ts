import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

// A browser and eight servers take their time on a busy machine.
export default mergeConfig(base, defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } }))
