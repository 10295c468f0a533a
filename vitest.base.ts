import { defineConfig } from 'vitest/config'

// Under this condition a package reads the sources of the others, so that their edits are seen without a build. The
// rest is what vite itself resolves with on a server.
const conditions = ['usersig-source', 'module', 'node', 'development|production']

/** What the test runs of all packages share: `npm test` adds up the JSON reports in `.reports`. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    // The files of a package share one process: to load the packages for each of them anew took longer than most tests.
    isolate: false,
    // No test measures time; a machine may be busy with other things.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: '.reports/vitest.json' }]],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'json-summary'] },
  },
})
