import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      // A browser and eight servers take their time on a busy machine.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // Its files wait for pages and servers more than they compute.
      maxWorkers: 2,
    },
  }),
)
