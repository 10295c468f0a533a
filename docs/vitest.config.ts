import { suite } from './vitest.suites.ts'

/** The pages as their readers use them: every command, program and answer. It needs the packages as built. */
export default suite('vitest', [
  'test/key.test.ts',
  'test/migration.test.ts',
  'test/platforms.test.ts',
  'test/quick-start.test.ts',
  'test/readme-samples.test.ts',
  'test/root-readme.test.ts',
])
