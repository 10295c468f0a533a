import { describe, it } from 'vitest'
import * as lib from '../src/index.ts'
import { suites } from './cases/all.ts'

for (const { name, cases } of suites) {
  describe(name, () => {
    for (const each of cases) it(each.name, () => each.run(lib))
  })
}
