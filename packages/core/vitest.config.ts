import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      testTimeout: 60_000,
      coverage: {
        thresholds: {
          ...{ lines: 99, functions: 99, branches: 98, statements: 99 },
          'src/{signing,verifying,wire,rules}/**': { lines: 100 },
        },
      },
    },
  }),
)
