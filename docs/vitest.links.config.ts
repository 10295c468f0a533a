import { suite } from './vitest.suites.ts'

/** What needs nothing but the pages. */
export default suite('links', ['test/contributing.test.ts', 'test/links.test.ts', 'test/tables.test.ts'])
