import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { diagnose, explainCode, inspectSecretKey, listTencentCodes } from '../src/index.ts'

/* Anything may stand on Object.prototype: what is found out stays the same. */

const app = { sdkAppId: 1400000000, secretKey: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e' }
const NOW = 1_700_000_000
const ticket = createUserSigner({ ...app, now: () => NOW }).genUserSig('alice')

const HOSTILE: Record<string, unknown> = {
  keys: [{ ...app, secretKey: 'a key of mine' }],
  userId: 'mallory',
  sdkAppId: 1400000001,
  roomId: 99,
  strRoomId: 'elsewhere',
  expect: 'private_map_key',
  now: 0,
  clockTolerance: 86_400_000,
  language: 'zh',
  source: 'call',
}

// Two answers that were made in different seconds differ in what they say of the age of a ticket.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 })
})
afterAll(() => {
  vi.useRealTimers()
})

function answers() {
  return JSON.stringify([
    diagnose(ticket),
    diagnose(ticket, { keys: [app], now: NOW }),
    diagnose(ticket, { keys: [app], now: NOW + 700_000 }),
    explainCode(70009),
    inspectSecretKey('short'),
    listTencentCodes().length,
  ])
}

test.each(Object.keys(HOSTILE))('a polluted Object.prototype with %s changes no answer', (name) => {
  const expected = answers()
  const root = Object.prototype as Record<string, unknown>
  let actual: string
  try {
    root[name] = HOSTILE[name]
    actual = answers()
  } finally {
    delete root[name]
  }
  expect(actual).toBe(expected)
})

test('every option is tried', () => {
  const names = /the options are (.*)$/.exec(String(fault(() => diagnose('', { '?': 1 } as never))))?.[1]?.split(', ')
  expect(names?.length).toBeGreaterThan(8)
  expect(Object.keys(HOSTILE)).toEqual(expect.arrayContaining(names ?? []))
})

function fault(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
