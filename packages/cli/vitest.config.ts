import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

// Its files wait for programs more than they compute.
export default mergeConfig(base, defineConfig({ test: { maxWorkers: 2 } }))
