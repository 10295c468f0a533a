import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FAULTS, type Fault, type World } from './faults.ts'
import { renderFaults } from './render-faults.ts'
import { launch, openSite } from './site.ts'
import { openWorld, seeChat, seeFirst, seeRenewal } from './world.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function see(fault: Fault, look: (world: World, fault: Fault) => Promise<string>): Promise<string> {
  const site = await openSite('./faults-page.ts')
  const world = await openWorld(browser, site, fault.deviceAhead)
  try {
    return await look(world, fault)
  } finally {
    await world.context.close()
    site.close()
  }
}

// The clocks of each page stand still but for its own test, so that the pages do not wait for each other.
describe.concurrent.each(FAULTS)('$name', { timeout: 180_000 }, (fault) => {
  test('at the first get()', async () => {
    expect(await see(fault, seeFirst)).toBe(fault.first)
  })
  test('at a renewal', async () => {
    expect(await see(fault, seeRenewal)).toBe(fault.renewal)
  })
  test('at the end of a Chat ticket', async () => {
    expect(await see(fault, seeChat)).toBe(fault.chat)
  })
})

test('the table of FAULTS.md is this one', async () => {
  await expect(renderFaults(FAULTS)).toMatchFileSnapshot('../../FAULTS.md')
})
