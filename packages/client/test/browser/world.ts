import type { Browser } from 'playwright-core'
import type { Fault, World } from './faults.ts'
import type { app as App } from './faults-page.ts'
import type { Site } from './site.ts'

/** Where the clocks of all begin. */
const START = Date.UTC(2026, 0, 1) / 1000

/** Opens a page whose clock, and that of its server, move by {@link advance} only. */
export async function openWorld(browser: Browser, site: Site, deviceAhead = 0): Promise<World> {
  Object.assign(site, { time: START, user: 'alice', requests: 0, answer: undefined, cors: true })
  const context = await browser.newContext()
  const world = { site, context, page: await context.newPage(), underWay: new Set() }
  world.page.on('request', (request) => request.url().endsWith('/usersig') && world.underWay.add(request))
  for (const end of ['requestfinished', 'requestfailed'] as const) {
    world.page.on(end as 'requestfinished', (request) => world.underWay.delete(request))
  }
  await world.page.route(
    (url) => url.origin !== site.origin && url.origin !== site.otherOrigin,
    (route) => route.abort(),
  )
  await world.page.addInitScript(countFetches)
  await world.page.clock.install({ time: (START + deviceAhead - 10) * 1000 })
  await world.page.goto(site.origin)
  await world.page.clock.pauseAt((START + deviceAhead) * 1000)
  return world
}

/** Requests of the page count from their call: news of them comes late on a busy machine. */
function countFetches(): void {
  const { fetch } = globalThis
  globalThis.fetches = 0
  globalThis.fetch = async (...args) => {
    globalThis.fetches++
    try {
      return await fetch(...args)
    } finally {
      globalThis.fetches--
    }
  }
}

/** Lets answers come in, on a slow machine, too. */
export const settle = async ({ page, underWay }: Pick<World, 'page'> & Partial<World>): Promise<void> => {
  let fetches = 0
  for (let turn = 0; turn < 3 || ((underWay?.size || fetches) && turn < 1000); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    fetches = await page.evaluate(() => globalThis.fetches ?? 0)
  }
}

/** Moves the clocks, in steps, as answers that come in between start timers of their own. */
export async function advance(world: World, seconds: number, step = 1): Promise<void> {
  for (let left = seconds; left > 0; left -= step) {
    world.site.time = (world.site.time ?? 0) + Math.min(left, step)
    await world.page.clock.runFor(Math.min(left, step) * 1000)
    await settle(world)
  }
}

declare global {
  var faults: { app: typeof App }
  var fetches: number
}

/** Calls a function of the page's app. */
export async function call<Name extends keyof typeof App>(
  { page }: Pick<World, 'page'>,
  name: Name,
  ...args: Parameters<(typeof App)[Name]>
): Promise<Awaited<ReturnType<(typeof App)[Name]>>> {
  return (await page.evaluate(
    ([name, args]) =>
      (globalThis as never as { app: Record<string, (...all: unknown[]) => unknown> }).app[name as string]?.(
        ...(args as unknown[]),
      ),
    [name, args] as const,
  )) as never
}

const open = (world: World, { options, storage }: Fault) =>
  call(world, 'open', { endpoint: '/usersig', userId: 'alice', ...options?.(world.site) }, storage)

/** Lets a fault last as long as it does, in steps that are shorter than the time limit of a request. */
async function endure(world: World, { lasts, end }: Fault): Promise<void> {
  await advance(world, lasts, lasts > 600 ? 10 : 1)
  await end?.(world)
}

const unique = (texts: readonly string[]) => [...new Set(texts)]
const word = (text: string) => text.replace('tickets of alice', 'tickets')

/** What the first `get()` gives, and one after the fault. */
export async function seeFirst(world: World, fault: Fault): Promise<string> {
  await fault.begin(world)
  await open(world, fault)
  let first: string | undefined
  const asked = call(world, 'get').then((text) => {
    first = text
  })
  await settle(world)
  if (fault.lasts === 1) await endure(world, fault)
  for (let second = 0; first === undefined && second < 20; second++) await advance(world, 1)
  await asked
  await fault.end?.(world)
  const later = await call(world, 'get')
  return unique([`${word(`${first}`)}`, `later ${word(later)}`])
    .join(', ')
    .replace('tickets, later tickets', 'tickets')
}

/** What a subscription hears, with valid tickets at hand when the fault begins. */
export async function seeRenewal(world: World, fault: Fault): Promise<string> {
  await open(world, fault)
  await call(world, 'follow')
  await advance(world, 4)
  const first = await call(world, 'current')
  await advance(world, 295, 5)
  await fault.begin(world)
  await endure(world, fault)
  const valid = (await call(world, 'current')) !== undefined
  const isRenewed = async () => ((await call(world, 'current')) ?? 0) > (first ?? 0)
  for (let second = 0; second < (fault.patience ?? 31) && !(await isRenewed()); second++) await advance(world, 1)
  const errors = unique(await call(world, 'seen')).filter((text) => text !== 'tickets')
  if (await isRenewed()) {
    return errors.length ? [...errors, valid ? 'valid throughout' : 'ended', 'renewed by itself'].join(', ') : 'renewed'
  }
  await call(world, 'wake')
  await advance(world, 2)
  return [...errors, valid ? 'valid throughout' : 'ended', (await isRenewed()) ? 'renewed on wake' : 'lost'].join(', ')
}

/** The states of `loginChat`, whose ticket ended in a sleep, and during the fault Chat says so. */
export async function seeChat(world: World, fault: Fault): Promise<string> {
  await open(world, fault)
  const login = call(world, 'login')
  await advance(world, 4)
  await login
  await fault.begin(world)
  world.site.time = (world.site.time ?? 0) + 700
  await world.page.clock.fastForward(700_000)
  await call(world, 'expired')
  await settle(world)
  await endure(world, fault)
  const isReady = async () => (await call(world, 'seen')).at(-1) === 'ready'
  for (let second = 0; second < (fault.patience ?? 31) && !(await isReady()); second++) await advance(world, 1)
  const byItself = await isReady()
  if (!byItself) {
    await call(world, 'wake')
    await advance(world, 2)
  }
  const states = unique(await call(world, 'seen')).filter((state) => state !== 'ready')
  return [...states, (await isReady()) ? `ready${byItself ? '' : ' on wake'}` : 'lost'].join(' → ')
}
