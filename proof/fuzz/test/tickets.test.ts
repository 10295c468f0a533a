import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MUTATORS } from '../src/tickets/mutators.ts'
import { fuzzTickets } from '../src/tickets/run.ts'

const RANDOM_SEED = randomInt(2 ** 31)

// No bound on the time of a ticket, but room for a machine that does other things, too.
describe('mutated tickets', { timeout: 300_000 }, () => {
  it('never get through, nor get anything but a UserSigError out', () => {
    const { byMutator, acceptedChanged } = fuzzTickets({ seed: 1, cases: 50_000 })
    expect(Object.keys(byMutator).sort()).toEqual(MUTATORS.map(({ name }) => name).sort())
    // If none of them got as far as the signature, or beyond it, the others would not say much.
    expect(acceptedChanged).toBeGreaterThan(1000)
    expect(Object.values(byMutator).filter((outcomes) => outcomes['bad_signature']).length).toBeGreaterThan(10)
    // Changes after which the ticket says what was signed, in another way.
    for (const name of [
      'zlib/fixed',
      'zlib/blocks',
      'zlib/sparse',
      'json/layout',
      'json/respelled',
      'signed/respelled',
    ]) {
      expect(byMutator[name]?.['accepted'], name).toBeGreaterThan(50)
    }
  })

  it(`nor with seed ${RANDOM_SEED}`, () => {
    expect(fuzzTickets({ seed: RANDOM_SEED, cases: 20_000 }).cases).toBe(20_000)
  })
})
