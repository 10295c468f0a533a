import { PRIVILEGE_PRESETS, PRIVILEGES } from '@usersig/core/internal'
import { expect, test } from 'vitest'
import { PRESETS, RIGHTS } from '../src/input/rights.ts'

test('the help names the rights that the core has', () => {
  expect([PRESETS, RIGHTS]).toEqual([Object.keys(PRIVILEGE_PRESETS), Object.keys(PRIVILEGES)])
})
