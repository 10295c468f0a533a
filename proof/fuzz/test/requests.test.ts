import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fuzzRequests } from '../src/requests/run.ts'
import { ADAPTERS } from '../src/requests/servers.ts'

const RANDOM_SEED = randomInt(2 ** 31)

describe.each(ADAPTERS)('changed requests to %s', (adapter) => {
  it('never bring it down, nor get a ticket for anybody else', async () => {
    const { outcomes } = await fuzzRequests({ adapter, seed: 1, cases: 120 })
    for (const status of [200, 400, 401, 415]) expect(outcomes[status], `status ${status}`).toBeGreaterThan(0)
  })

  it(`nor with seed ${RANDOM_SEED}`, async () => {
    expect((await fuzzRequests({ adapter, seed: RANDOM_SEED, cases: 80 })).cases).toBe(80)
  })
})
