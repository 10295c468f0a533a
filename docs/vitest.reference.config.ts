import { suite } from './vitest.suites.ts'

/** What is written from the docstrings of all packages: the only suite here that reads every source file. */
export default suite('reference', ['test/generated.test.ts', 'test/docstring-examples.test.ts'])
