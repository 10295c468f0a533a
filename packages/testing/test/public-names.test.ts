import { expect, test } from 'vitest'
import * as testing from '../src/index.ts'
import * as server from '../src/server.ts'

test('the public names', () => {
  expect(Object.keys(testing).sort()).toEqual([
    'TEST_APP',
    'TEST_ENV',
    'createFakeIssuer',
    'createFakeProvider',
    'createTestSigner',
    'createTestTickets',
    'toBeUserSigFor',
  ])
  expect(Object.keys(server)).toEqual(['startFakeIssuer'])
})
