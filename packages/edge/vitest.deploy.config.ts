import { mergeConfig } from 'vitest/config'
import base from '../../vitest.base.ts'

// With the platforms' own tools, which are hundreds of megabytes to install: `pnpm --filter @usersig/edge test:deploy`.
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  { test: { include: ['test-deploy/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 } },
)
