import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CLASSES } from '../src/classes.ts'
import { attackTarget } from '../src/run.ts'
import type { Target } from '../src/target.ts'
import { startWeakServer } from './weak-server.ts'

/** Attacks that get through at a server that makes their mistake. */
const GETS_THROUGH: Readonly<Record<string, readonly string[]>> = {
  identity: [
    'another user in the body',
    'another user in the query',
    'another user in headers of proxies',
    'forged cookies',
    'a login that nobody knows',
    'the name of the administrator',
  ],
  'room swap': ['a room that is not open', 'two rooms, one of them open'],
  pollution: ['a prototype in the body'],
  replay: ['a ticket that has ended', 'a ticket from before a kick', 'an old webhook of TRTC'],
  confusion: [
    'a PrivateMapKey as a login',
    'the ticket of another application',
    'claims that were changed under a signature',
  ],
  'Host and Origin': ['a page of another name (DNS rebinding)', 'a page of another origin reads the answer'],
  CSRF: ['a form or a simple request with a body', 'a preflight of another origin'],
  smuggling: [
    'other spellings of the path, not logged in',
    'other spellings of a guarded path, without a ticket',
    'other spellings of the path, past a limit',
    'other methods, and headers that name another',
  ],
  endless: ['a body that never comes'],
  faults: ['500 requests at once, twice, and a key store that fails every second time'],
  bombs: ['a body that is compressed'],
  'key leaks': ['answers to requests that fail'],
}

let target: Target
beforeAll(async () => {
  target = await startWeakServer()
})
afterAll(() => target.close())
afterEach(() => {
  for (const name of Object.keys(Object.prototype)) delete (Object.prototype as Record<string, unknown>)[name]
})

test('every class can fail', () => {
  expect(Object.keys(GETS_THROUGH)).toEqual(CLASSES.map(({ name }) => name))
})

describe.each(CLASSES)('$name', ({ name, attacks }) => {
  const wanted = GETS_THROUGH[name] ?? []

  test.each(wanted)('gets through at a weak server: %s', async (attack) => {
    const attackClass = { name, attacks: attacks.filter((each) => each.name === attack) }
    expect(await attackTarget(target, { classes: [attackClass] })).toEqual([
      expect.objectContaining({ attack, result: 'FAILED' }),
    ])
  })
})
