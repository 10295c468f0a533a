/** What a case gets to test: the public face of the package, as built for the runtime at hand. */
export type Lib = typeof import('../../src/index.ts')

/**
 * One test that runs on every runtime: it imports no test runner and nothing of a platform, and throws when it fails.
 */
export interface Case {
  readonly name: string
  run(lib: Lib): void | Promise<void>
}

/** Cases that belong together. */
export interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}
