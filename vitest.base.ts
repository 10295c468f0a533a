import { defineConfig } from 'vitest/config'

/** What the test runs of all packages share: `npm test` adds up the JSON reports. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // No test measures time; a machine may be busy with other things.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'json-summary'] },
  },
})
