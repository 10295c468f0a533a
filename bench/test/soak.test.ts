import { describe, expect, test } from 'vitest'
import { FRAMEWORKS } from '../dist/http/names.js'
import { soak } from '../dist/soak/soak.js'

const SECONDS = 2
const WARM_UP_SECONDS = 1
/** What is kept for good of each request, in bytes: a leak of the smallest object is more. */
const MAX_BYTES_PER_REQUEST = 16
/** The noise of a heap: code that is compiled meanwhile, and caches that fill up. */
const NOISE = 1024 * 1024

describe(`${SECONDS} seconds over 100 connections`, () => {
  test.each(FRAMEWORKS)('%s answers every request as it should, and keeps nothing of it', async (framework) => {
    const { requests, wrong, failed, heapGrowthBytes } = await soak(framework, SECONDS, WARM_UP_SECONDS)
    expect({ wrong, failed }).toEqual({ wrong: {}, failed: 0 })
    // How many there are depends on the machine; each connection has to get through.
    expect(requests).toBeGreaterThan(100)
    expect(heapGrowthBytes).toBeLessThan(NOISE + requests * MAX_BYTES_PER_REQUEST)
  })
})
