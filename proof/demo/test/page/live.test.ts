import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { fetchTicket, ticketOf, usePages } from './open-page.ts'

// Short enough to wait for its end.
const pages = usePages({ DEMO_EXPIRE: '4', DEMO_TICKETS_PER_MINUTE: '1000' })

const entries = (page: Page, side: string) => page.locator(`.log .${side}`)

it('hands a ticket to a user who has logged in, and tells what both sides did', async () => {
  const { page, complaints } = await pages.open({ hash: '#live' })
  expect(await fetchTicket(page)).toMatch(/^e[AJ][A-Za-z0-9*-]+_{0,2}$/)
  await page.getByText('sample credentials').waitFor()
  await entries(page, 'server').getByText('signs for alice, 4 s').first().waitFor()
  await entries(page, 'server').getByText('logs alice in').first().waitFor()
  await entries(page, 'page').getByText('has a fresh ticket for 4 s').first().waitFor()
  expect(complaints).toEqual([])
})

it('renews the ticket before it ends, and draws each', async () => {
  const { page } = await pages.open({ hash: '#live' })
  const first = await fetchTicket(page)
  await page.getByText('2 renewals').waitFor()
  expect(await page.locator('.timeline .bar-row').count()).toBeGreaterThanOrEqual(3)
  expect(await ticketOf(page.getByRole('tabpanel', { name: 'Live' }))).not.toBe(first)
  expect(await page.getByRole('timer').textContent()).toContain('valid for')
})

it('lets a ticket run out where nobody renews it, and gets a new one where somebody does again', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByRole('switch', { name: 'Renew in time' }).uncheck()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await page.getByRole('timer').getByText('expired').waitFor()
  expect(await page.getByText('0 renewals').count()).toBe(1)
  await page.getByRole('switch', { name: 'Renew in time' }).check()
  await page.getByRole('timer').getByText('valid for').waitFor()
  await page.getByText(/^[1-9] renewals?$/).waitFor()
})

it('tries again while the connection is cut, and goes on when it is back', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetchTicket(page)
  await page.getByRole('switch', { name: 'Cut the connection' }).check()
  await entries(page, 'page').getByText('does not reach the server').first().waitFor()
  await entries(page, 'page').getByText('asks again, retry 1').first().waitFor()
  await page.getByRole('switch', { name: 'Cut the connection' }).uncheck()
  await page.getByRole('timer').getByText('valid for').waitFor()
  await page.getByText(/[1-9] renewals?$/).waitFor()
})

it('shows the rights in a room, and the refusal of the private one', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  const live = page.getByRole('tabpanel', { name: 'Live' })
  await live.getByText('String', { exact: true }).click()
  await live.getByRole('button', { name: 'Get a UserSig' }).click()
  await live.getByRole('group', { name: 'PrivateMapKey' }).waitFor()
  expect(await live.locator('.chip.on').count()).toBe(3)
  await live.getByLabel('strRoomId').fill('private')
  await live.getByRole('button', { name: 'Get a UserSig' }).click()
  await live.getByRole('alert').getByText('room_refused').waitFor()
  expect(await live.getByRole('alert').textContent()).toContain('you may not enter this room')
  await entries(page, 'server').getByText('refuses alice: 403 room_refused').first().waitFor()
})

it('shows what the server does for others, too, and to whom it refuses', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.locator('.log-counts').getByText('live').waitFor()
  const stranger = await fetch(`${pages.baseUrl()}/api/usersig`, { method: 'POST' })
  expect(stranger.status).toBe(401)
  await entries(page, 'server').getByText('refuses somebody: 401 unauthenticated').first().waitFor()
})

it('changes the lifetime, stays logged in over a reload, and logs out', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Bob' }).click()
  await page.getByText('30 s', { exact: true }).click()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await entries(page, 'server').getByText('signs for bob, 30 s').first().waitFor()
  await page.reload()
  await page.getByText('Logged in as Bob').waitFor()
  expect(await page.getByRole('radio', { name: '30 s' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Log in as Bob' }).waitFor()
  expect(await page.getByRole('timer').count()).toBe(0)
})

it('opens a ticket in the other panels', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetchTicket(page)
  const live = page.getByRole('tabpanel', { name: 'Live' })
  await live.getByRole('switch', { name: 'Renew in time' }).uncheck()
  const ticket = await ticketOf(live)
  await live.getByRole('button', { name: 'Anatomy' }).click()
  expect(await page.getByLabel('Ticket to take apart').inputValue()).toBe(ticket)
  await page.goBack()
  await live.getByRole('button', { name: 'Doctor' }).click()
  expect(await page.getByLabel('What you have').inputValue()).toBe(ticket)
})

it('counts more than it shows', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetch(`${pages.baseUrl()}/api/usersig`, { method: 'POST' })
  await entries(page, 'server').getByText('refuses somebody').first().waitFor()
  const refused = async () => Number(/(\d+) refused/.exec((await page.locator('.log-counts').textContent()) ?? '')?.[1])
  const before = await refused()
  for (let i = 0; i < 70; i++) await fetch(`${pages.baseUrl()}/api/usersig`, { method: 'POST' })
  await page.getByText(`${before + 70} refused`).waitFor()
  expect(await page.locator('.log li').count()).toBeLessThan(70)
})

it('asks once for a room that is refused', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  const live = page.getByRole('tabpanel', { name: 'Live' })
  await live.getByText('String', { exact: true }).click()
  await live.getByLabel('strRoomId').fill('private')
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await live.getByRole('button', { name: 'Get a UserSig' }).click()
  await live.getByRole('alert').waitFor()
  await page.waitForTimeout(500)
  expect(requests.filter((path) => path === '/api/usersig')).toHaveLength(1)
  expect(await entries(page, 'page').getByText('gives up: room_refused').count()).toBe(1)
})

it('notices that the session is over, or another', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByText('Logged in as Alice').waitFor()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await page.getByRole('button', { name: 'Log in as Bob' }).waitFor()
})

it('says so when the server is away, and comes back to it', async () => {
  const { page, complaints } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByText('Logged in as Alice').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Log in as Alice' }).waitFor()
  expect(complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

it('keeps what the server did in its order, and hears nothing twice', async () => {
  const { page } = await pages.open({ hash: '#live' })
  const refuse = (count: number) =>
    Promise.all(Array.from({ length: count }, () => fetch(`${pages.baseUrl()}/api/usersig`, { method: 'POST' })))
  await fetchTicket(page)
  await page.getByRole('switch', { name: 'Renew in time' }).uncheck()
  await page.getByRole('tab', { name: 'Codes' }).click()
  await refuse(3)
  await page.getByRole('tab', { name: 'Live' }).click()
  await entries(page, 'server').getByText('refuses somebody').first().waitFor()
  const fresh = entries(page, 'page').getByText('has a fresh ticket')
  const before = await fresh.count()
  // Within the same second the same ticket is signed.
  await page.waitForTimeout(1100)
  await page.getByRole('button', { name: 'Renew now' }).click()
  await expect.poll(() => fresh.count()).toBe(before + 1)
  const times = await page.locator('.log time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime')))
  expect(times).toEqual([...times].sort().reverse())
  await page.getByRole('tab', { name: 'Codes' }).click()
  await page.getByRole('tab', { name: 'Live' }).click()
  await page.locator('.log-counts').getByText('live').waitFor()
  const again = await page.locator('.log time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime')))
  expect(again).toEqual(times)
})

it('gets the first ticket although it is not to be renewed any more', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByRole('switch', { name: 'Cut the connection' }).check()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await entries(page, 'page').getByText('does not reach the server').first().waitFor()
  await page.getByRole('switch', { name: 'Renew in time' }).uncheck()
  await page.getByRole('switch', { name: 'Cut the connection' }).uncheck()
  await page.getByRole('timer').waitFor()
})

it('gets it also where it was given up before the connection is back', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByRole('switch', { name: 'Renew in time' }).uncheck()
  await page.getByRole('switch', { name: 'Cut the connection' }).check()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await entries(page, 'page').getByText('gives up: network').waitFor()
  await page.getByRole('switch', { name: 'Cut the connection' }).uncheck()
  await page.getByRole('timer').waitFor()
})
