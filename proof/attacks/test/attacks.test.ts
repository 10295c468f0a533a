import { describe, expect, test } from 'vitest'
import { CLASSES } from '../src/classes.ts'
import { attackServer, type Outcome } from '../src/run.ts'
import { failures, reasons, table } from '../src/table.ts'

// The whole list of servers is for the nightly run: `npm run attacks`. Here is one of each way to own a connection.
const QUICK = ['node:http', 'Nest on Fastify', 'Hono on Node.js', 'the core']

describe.each(QUICK)('attacks on %s', (server) => {
  test('are held', async () => {
    const outcomes = await attackServer(server, { isQuick: true })
    expect(failures(outcomes)).toBe('')
    expect(outcomes.filter(({ result }) => result === 'held').length).toBeGreaterThan(5)
  })
})

describe('the list', () => {
  test('has a name of its own for each attack, and a promise', () => {
    const attacks = CLASSES.flatMap((each) => each.attacks)
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length)
    for (const { promise } of attacks) expect(promise).toMatch(/^\S.{20,}/)
  })
})

describe('the table', () => {
  const about = { server: 'a', attackClass: 'x', attack: 'y', promise: 'nothing happens' } as const
  const outcomes: Outcome[] = [
    { ...about, result: 'held' },
    { ...about, attack: 'z', result: 'n/a', reason: 'no socket' },
    { ...about, server: 'b', result: 'FAILED', reason: 'it happened' },
    { ...about, server: 'c', result: 'n/a', reason: 'no socket' },
  ]

  test('says what was held, what failed, and what makes no sense and why', () => {
    expect(
      table(outcomes)
        .split('\n')
        .map((line) => line.trim().split(/ {2,}/)),
    ).toEqual([['x'], ['a', 'held 1'], ['b', 'FAILED 1'], ['c', 'n/a']])
    expect(reasons(outcomes)).toBe('  no socket: a, c')
    expect(failures(outcomes)).toMatch(/^FAILED x: y, on b\n {2}promised: nothing happens\n {2}it happened$/)
  })
})
