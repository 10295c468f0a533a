import { suite } from './vitest.suites.ts'

/** What is fast enough to run each time, whatever has changed: it needs nothing but the pages and the list of tasks. */
export default suite('links', [
  'test/contributing.test.ts',
  'test/links.test.ts',
  'test/tables.test.ts',
  'test/tasks.test.ts',
])
