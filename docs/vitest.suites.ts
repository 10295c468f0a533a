import type { ViteUserConfig } from 'vitest/config'
import base from '../vitest.base.ts'

/** One of the suites of this folder, which turbo runs for other reasons each. */
export function suite(name: string, include: string[]): ViteUserConfig {
  const reporters: ['default', ['json', { outputFile: string }]] = [
    'default',
    ['json', { outputFile: `.reports/${name}.json` }],
  ]
  return { ...base, test: { ...base.test, include, reporters } }
}
